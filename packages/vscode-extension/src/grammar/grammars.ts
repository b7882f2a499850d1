import type { Grammar } from "./grammar.js";
import { pythonCdk, typescript } from "./hosts/cdk.js";
import { hcl } from "./hosts/hcl.js";
import { json } from "./hosts/json.js";
import { yaml } from "./hosts/yaml.js";
import { sourceVtl } from "./language/source-vtl.js";
import { textVtl } from "./text-vtl.js";

/** A grammar as the manifest of an extension contributes it; the build writes each to `dist/syntaxes/FILE`. */
export interface ContributedGrammar {
  readonly file: string;
  readonly grammar: Grammar;
  /** The language whose files it is for. */
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

export const grammars: readonly ContributedGrammar[] = [
  { file: "text-vtl.tmLanguage.json", grammar: textVtl, language: "vtl" },
  { file: "source-vtl.tmLanguage.json", grammar: sourceVtl },
  ...[yaml, json, hcl, typescript, pythonCdk].map(({ id, grammar, injectTo }) => ({
    file: `in-${id}.tmLanguage.json`,
    grammar,
    injectTo,
  })),
];
