import { assumptionValues, defaultAssumptions, type ProverAssumptions } from "../prover/assumptions.js";
import type { OptionSchema, Rule } from "../rule.js";
import { coverageFormats, indents, levelNames } from "./config-file.js";
import { fileCodes } from "./file-codes.js";

type JsonSchema = Readonly<Record<string, unknown>>;

const percent: JsonSchema = { type: "number", minimum: 0, maximum: 100 };
const levels = { enum: levelNames };
const texts = (description: string): JsonSchema => ({ type: "array", items: { type: "string" }, description });

/** The JSON Schema of a configuration file, with every rule and its options. */
export function configSchema(rules: readonly Rule[]): JsonSchema {
  const ruleSettings = { $ref: "#/definitions/rules" };
  const assumptions = { $ref: "#/definitions/assumptions" };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of vtl lint",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      extends: {
        description:
          "Sets of rules (vtl:recommended, vtl:strict, vtl:all), other configuration files (./base.json) and npm packages (@team/rules); later ones win.",
        anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
      },
      rules: ruleSettings,
      unusedSuppressions: {
        ...levels,
        description: "How comments are reported that switch off nothing.",
        default: "warning",
      },
      suppressions: {
        type: "array",
        description: "Switches rules off without a comment, which would change the white space of the output.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["rules"],
          properties: {
            rules: texts("Names of rules."),
            files: texts("Globs; absent: every file."),
            text: { type: "string", description: "Text that the finding's place has to contain." },
            reason: { type: "string" },
          },
        },
      },
      assumptions,
      format: {
        type: "object",
        description: "How vtl format and editors lay templates out, whatever an editor is set to.",
        additionalProperties: false,
        properties: {
          indent: { enum: indents, description: "Blanks of one step of indentation, or tab.", default: 2 },
        },
      },
      test: {
        type: "object",
        description: "What vtl test does where its command line does not say it.",
        additionalProperties: false,
        properties: {
          coverage: {
            type: "object",
            additionalProperties: false,
            properties: {
              formats: { type: "array", items: { enum: coverageFormats } },
              folder: { type: "string", default: "coverage" },
              thresholds: {
                type: "object",
                description: "The least share of lines and branches that tests reach, in percent.",
                additionalProperties: false,
                properties: { lines: percent, branches: percent },
              },
            },
          },
        },
      },
      overrides: {
        type: "array",
        description: "What is different for some files; a later override wins.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files"],
          properties: {
            files: texts("Globs, relative to this file's folder."),
            excludedFiles: texts("Globs of files that are not meant."),
            rules: ruleSettings,
            dialect: { enum: ["apigateway", "velocity"] },
            direction: { enum: ["request", "response"] },
            contentType: { type: "string" },
            assumptions,
            samples: texts("Globs of event files that the templates are tried with."),
          },
        },
      },
      root: {
        anyOf: [{ type: "string" }, { const: true }],
        description:
          "The folder in which files may lie that others name, true for the one of this file; configurations above it do not count. Where --config did not name this file, it can only make the place smaller.",
      },
      allowOutside: texts(
        "Files and folders outside of the root that may be read too, where --config named this file.",
      ),
      ignorePatterns: texts("Globs of files that are not linted."),
    },
    definitions: {
      level: levels,
      assumptions: {
        type: "object",
        description: "What rules and prover take requests to be.",
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(assumptionValues).map(([name, values]) => [
            name,
            { enum: values, default: defaultAssumptions[name as keyof ProverAssumptions] },
          ]),
        ),
      },
      rules: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries([
          ...rules.map((rule) => [rule.meta.id, ruleSchema(rule)] as const),
          ...Object.entries(fileCodes).map(([code, { title }]) => [code, levelSchema(title)] as const),
        ]),
      },
    },
  };
}

/** A level, or a list of it alone. */
function levelSchema(description: string): JsonSchema {
  const level = { $ref: "#/definitions/level" };
  return { description, anyOf: [level, { type: "array", items: [level], minItems: 1, maxItems: 1 }] };
}

function ruleSchema({ meta }: Rule): JsonSchema {
  const level = { $ref: "#/definitions/level" };
  if (!meta.options) return levelSchema(meta.title);
  const options = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(meta.options).map(([name, schema]) => [name, optionSchema(schema)])),
  };
  return {
    description: meta.title,
    anyOf: [level, { type: "array", items: [level, options], minItems: 1, maxItems: 2 }],
  };
}

function optionSchema({ type, default: value, description }: OptionSchema): JsonSchema {
  const typed = type === "strings" ? { type: "array", items: { type: "string" } } : { type };
  return { ...typed, description, default: value };
}
