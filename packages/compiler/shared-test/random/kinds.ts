import type { Arbitrary } from "fast-check";
import { jsonPathTemplate } from "./json-paths.js";
import { jsonTextTemplate } from "./json-texts.js";
import { macroTemplate } from "./macros.js";
import { methodTemplate } from "./methods.js";
import { numberTemplate } from "./numbers.js";
import { patternTemplate } from "./patterns.js";
import type { RandomTemplate } from "./random-template.js";

/** Kinds of random templates, each rich in one part of the language. */
export const kinds: Readonly<Record<string, Arbitrary<RandomTemplate>>> = {
  "JSON texts": jsonTextTemplate,
  macros: macroTemplate,
  methods: methodTemplate,
  numbers: numberTemplate,
  "regular expressions": patternTemplate,
  // Needs an oracle with Jayway JsonPath 2.9.0, see CONTRIBUTING.md.
  ...(process.env.VTL_ORACLE_JAYWAY === "2.9.0" ? { "JSONPath 2.9.0": jsonPathTemplate } : {}),
};
