import { scopes } from "../grammar.js";
import { spellings } from "../spelling.js";
import { forEachContent, hostGrammar } from "./host.js";

/** Strings under a media type, in OpenAPI and CloudFormation documents written as JSON. */
export const json = hostGrammar(
  "json",
  ["source.json", "source.json.comments"],
  forEachContent((mediaType, body) => [
    {
      begin: `("${mediaType}")\\s*(:)\\s*(")`,
      // With the comma: the grammar of JSON expects none where it has seen no value.
      end: '(")(?:\\s*(,))?',
      beginCaptures: scopes(
        "support.type.property-name.json",
        "punctuation.separator.dictionary.key-value.json",
        "string.quoted.double.json punctuation.definition.string.begin.json",
      ),
      endCaptures: scopes(
        "string.quoted.double.json punctuation.definition.string.end.json",
        "punctuation.separator.dictionary.pair.json",
      ),
      ...body(spellings.doubleQuoted),
    },
  ]),
);
