import { isPlainObject } from "@apigw-vtl/compiler";
import { assumptionValues } from "../prover/assumptions.js";
import { nearestName } from "../queries/nearest-name.js";
import type { OptionSchema } from "../rule.js";
import { rulesById } from "../rules/index.js";
import { type ConfigFile, coverageFormats, indents, levelNames } from "./config-file.js";
import { fileCodes, isFileCode } from "./file-codes.js";

/** Something that a configuration file says and that cannot be meant. */
export interface ConfigProblem {
  /** Where in the file: `rules.null-literal`. */
  readonly path: string;
  readonly message: string;
}

type Check = (value: unknown, path: string, report: (path: string, message: string) => void) => void;

/** Checks what was read from a file. Without problems it is a `ConfigFile`. */
export function validateConfig(
  value: unknown,
): { readonly config: ConfigFile; readonly problems: readonly [] } | { readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  checkConfig(value, "", (path, message) => problems.push({ path, message }));
  return problems.length === 0 ? { config: value as ConfigFile, problems: [] } : { problems };
}

const isText: Check = (value, path, report) => {
  if (typeof value !== "string") report(path, "is to be a text");
};

const isLevel: Check = (value, path, report) => {
  if (!levelNames.some((name) => name === value)) report(path, `is to be one of ${levelNames.join(", ")}`);
};

const oneOf =
  (...names: readonly string[]): Check =>
  (value, path, report) => {
    if (typeof value !== "string" || !names.includes(value)) report(path, `is to be ${names.join(" or ")}`);
  };

const isPercent: Check = (value, path, report) => {
  if (typeof value !== "number" || value < 0 || value > 100) report(path, "is to be a number from 0 to 100");
};

const isIndent: Check = (value, path, report) => {
  if (!indents.some((indent) => indent === value)) report(path, "is to be a number from 1 to 8, or tab");
};

const listOf =
  (item: Check): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) report(path, "is to be a list");
    else for (const [i, each] of value.entries()) item(each, `${path}[${i}]`, report);
  };

const objectOf =
  (members: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path, report) => {
    if (!isPlainObject(value)) return report(path, "is to be an object");
    const at = (name: string) => (path === "" ? name : `${path}.${name}`);
    for (const name of required) if (!Object.hasOwn(value, name)) report(at(name), "is missing");
    for (const [name, member] of Object.entries(value)) {
      const check = Object.hasOwn(members, name) ? members[name] : undefined;
      if (check) check(member, at(name), report);
      else report(at(name), `is not known; ${instead(name, Object.keys(members))}`);
    }
  };

function instead(name: string, known: readonly string[], otherwise = `there are ${known.join(", ")}`): string {
  const near = nearestName(name, known);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

const areRules: Check = (value, path, report) => {
  if (!isPlainObject(value)) return report(path, "is to be an object");
  for (const [id, setting] of Object.entries(value)) {
    const at = `${path}.${id}`;
    const rule = rulesById.get(id);
    if (!rule && !isFileCode(id)) {
      const known = [...rulesById.keys(), ...Object.keys(fileCodes)];
      report(
        at,
        `there is no such rule; ${instead(id, known, "what proofs and the syntax find has a level of its own")}`,
      );
      continue;
    }
    const [level, options, ...more] = Array.isArray(setting) ? setting : [setting];
    isLevel(level, at, report);
    if (more.length > 0) report(at, "is to be a level, or a list of a level and options");
    if (options !== undefined) checkOptions(options, rule?.meta.options ?? {}, at, report);
  }
};

function checkOptions(
  value: unknown,
  schemas: Readonly<Record<string, OptionSchema>>,
  path: string,
  report: Parameters<Check>[2],
): void {
  const checks = Object.entries(schemas).map(([name, { type }]): [string, Check] => [
    name,
    type === "strings"
      ? listOf(isText)
      : (option, at, tell) => {
          if (typeof option !== type) tell(at, `is to be a ${type}`);
        },
  ]);
  objectOf(Object.fromEntries(checks))(value, path, report);
}

const areAssumptions = objectOf(
  Object.fromEntries(Object.entries(assumptionValues).map(([name, values]) => [name, oneOf(...values)])),
);

const checkConfig = objectOf({
  $schema: isText,
  extends: (value, path, report) => (typeof value === "string" ? undefined : listOf(isText)(value, path, report)),
  rules: areRules,
  unusedSuppressions: isLevel,
  suppressions: listOf(
    objectOf({ rules: listOf(isText), files: listOf(isText), text: isText, reason: isText }, ["rules"]),
  ),
  assumptions: areAssumptions,
  format: objectOf({ indent: isIndent }),
  test: objectOf({
    coverage: objectOf({
      formats: listOf(oneOf(...coverageFormats)),
      folder: isText,
      thresholds: objectOf({ lines: isPercent, branches: isPercent }),
    }),
  }),
  overrides: listOf(
    objectOf(
      {
        files: listOf(isText),
        excludedFiles: listOf(isText),
        rules: areRules,
        dialect: oneOf("apigateway", "velocity"),
        direction: oneOf("request", "response"),
        contentType: isText,
        assumptions: areAssumptions,
        samples: listOf(isText),
      },
      ["files"],
    ),
  ),
  root: (value, path, report) => {
    if (typeof value !== "string" && value !== true) report(path, "is to be a folder, or true");
  },
  allowOutside: listOf(isText),
  ignorePatterns: listOf(isText),
});
