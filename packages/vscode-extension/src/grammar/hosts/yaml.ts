import { type Rule, scopes } from "../grammar.js";
import { spellings } from "../spelling.js";
import { forEachContent, hostGrammar } from "./host.js";

const SUB = "!Sub[ \\t]+";
const HEADER = "([|>][-+0-9]*)[ \\t]*(#.*)?$";

/**
 * Scalars under a media type: OpenAPI, SAM, CloudFormation and Serverless all write templates so.
 *
 * Grammars of YAML differ in who eats the indentation. VS Code's own eats that of the mapping before a rule sees the
 * line (`\G`), so that whatever is still indented belongs to the scalar; others leave it, and the rule compares it (`^`).
 */
export const yaml = hostGrammar(
  "yaml",
  ["source.yaml"],
  forEachContent((mediaType, body) => {
    const key = `(["']?${mediaType}["']?)[ \\t]*(:)[ \\t]+`;
    const captures = scopes(
      "entity.name.tag.yaml",
      "punctuation.separator.key-value.mapping.yaml",
      "storage.type.tag-handle.yaml",
      "keyword.control.flow.block-scalar.yaml",
      "comment.line.number-sign.yaml",
    );
    const shifted = scopes("", ...Object.values(captures).map((capture) => ("name" in capture ? capture.name : "")));
    return [true, false].flatMap((substituted): Rule[] => {
      const block = body(substituted ? spellings.cloudFormationSub : spellings.plain);
      const tag = substituted ? `(${SUB})` : "()";
      return [
        {
          begin: `^([ ]*)${key}${tag}${HEADER}`,
          while: "^(?=\\1[ \\t]+\\S|[ \\t]*$)",
          beginCaptures: shifted,
          ...block,
        },
        {
          begin: `(?<=[ \\t])${key}${tag}${HEADER}`,
          while: "\\G(?=[ \\t]|$)",
          beginCaptures: captures,
          ...block,
        },
        quoted(key, tag, '"', body(spellings.doubleQuoted)),
        quoted(key, tag, "'", body(spellings.singleQuotedYaml)),
      ];
    });
  }),
);

function quoted(
  key: string,
  tag: string,
  quote: string,
  body: ReturnType<Parameters<Parameters<typeof forEachContent>[0]>[1]>,
): Rule {
  const kind = quote === '"' ? "double" : "single";
  return {
    begin: `(?<![^ \\t{,])${key}${tag}(${quote})`,
    end: quote === "'" ? "'(?!')" : quote,
    beginCaptures: scopes(
      "entity.name.tag.yaml",
      "punctuation.separator.key-value.mapping.yaml",
      "storage.type.tag-handle.yaml",
      `string.quoted.${kind}.yaml punctuation.definition.string.begin.yaml`,
    ),
    endCaptures: { "0": { name: `string.quoted.${kind}.yaml punctuation.definition.string.end.yaml` } },
    ...body,
  };
}
