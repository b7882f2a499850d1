import { type Rule, scopes } from "../grammar.js";
import { type Spelling, spellings } from "../spelling.js";
import { forEachContent, hostGrammar } from "./host.js";

type Literal = readonly [quote: string, spelling: Spelling];

const script: readonly Literal[] = [
  ["`", spellings.templateLiteral],
  ['"', spellings.doubleQuoted],
  ["'", spellings.singleQuoted],
];

/** Triple quotes first: an empty string and a quote look like one. */
const python: readonly Literal[] = [
  ['"""', spellings.tripleDoubleQuoted],
  ["'''", spellings.tripleSingleQuoted],
  ['"', spellings.doubleQuoted],
  ["'", spellings.singleQuoted],
];

/** Literals under a media type: `requestTemplates: { "application/json": … }` of CDK programs. */
const literals = (language: string, kinds: readonly Literal[]) =>
  forEachContent((mediaType, body) =>
    kinds.map(
      ([quote, spelling]): Rule => ({
        begin: `((["'])${mediaType}\\2)\\s*(:)\\s*(${quote})`,
        end: quote,
        beginCaptures: scopes(
          `string.quoted.${language}`,
          "",
          `punctuation.separator.key-value.${language}`,
          `string.quoted.${language} punctuation.definition.string.begin.${language}`,
        ),
        endCaptures: { "0": { name: `string.quoted.${language} punctuation.definition.string.end.${language}` } },
        ...body(spelling),
      }),
    ),
  );

export const typescript = hostGrammar(
  "cdk",
  ["source.ts", "source.tsx", "source.js", "source.js.jsx"],
  literals("ts", script),
);

export const pythonCdk = hostGrammar("python", ["source.python"], literals("python", python));
