import { scopes } from "../grammar.js";
import { spellings } from "../spelling.js";
import { forEachContent, hostGrammar } from "./host.js";

/** Heredocs and strings under a media type, as in `request_templates` of Terraform. */
export const hcl = hostGrammar(
  "hcl",
  ["source.hcl", "source.hcl.terraform", "source.terraform"],
  forEachContent((mediaType, body) => {
    const key = `("${mediaType}")\\s*([=:])\\s*`;
    const keyScopes = ["meta.mapping.key.hcl string.quoted.double.hcl", "keyword.operator.assignment.hcl"] as const;
    return [
      {
        begin: `${key}(<<-?)\\s*(\\w+)\\s*$`,
        end: "^\\s*(\\4)\\s*$",
        beginCaptures: scopes(...keyScopes, "keyword.operator.heredoc.hcl", "keyword.control.heredoc.hcl"),
        endCaptures: scopes("keyword.control.heredoc.hcl"),
        ...body(spellings.heredoc),
      },
      {
        begin: `${key}(")`,
        end: '"',
        beginCaptures: scopes(...keyScopes, "string.quoted.double.hcl punctuation.definition.string.begin.hcl"),
        endCaptures: { "0": { name: "string.quoted.double.hcl punctuation.definition.string.end.hcl" } },
        ...body(spellings.quotedHcl),
      },
    ];
  }),
);
