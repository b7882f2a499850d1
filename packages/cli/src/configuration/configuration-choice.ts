import {
  assumptionValues,
  fileCodes,
  isFileCode,
  levelNames,
  nearestName,
  type ProverAssumptions,
  type RuleSetting,
  rulesById,
} from "@apigw-vtl/linter";
import { UsageError } from "../failure.js";
import { absolutePath } from "../files/file-path.js";
import type { Io } from "../io/io.js";
import { parsePair } from "../options/assignment.js";
import type { ConfigurationFlags } from "../options/configuration-options.js";

/** What the command line says of the configuration. Plain data, for threads and caches. */
export interface ConfigurationChoice {
  /** The absolute path of the one for all files, false for none; without it the nearest of each file counts. */
  readonly config?: string | false;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly assumptions: Partial<ProverAssumptions>;
  readonly unusedSuppressions?: "error";
}

/** That of commands without options for it: the nearest configurations count as they are. */
export const NO_CHOICE: ConfigurationChoice = { rules: {}, assumptions: {} };

/** Reads the flags; the last one of a name counts. Throws a `UsageError` for what they name that does not exist. */
export function configurationChoice(
  { config, rule = [], assume = [], reportUnusedDisableDirectives }: ConfigurationFlags,
  io: Io,
): ConfigurationChoice {
  return {
    ...(config !== undefined && { config: config && absolutePath(config, io) }),
    rules: Object.fromEntries(rule.map(parseRule)),
    assumptions: Object.fromEntries(assume.map(parseAssumption)),
    ...(reportUnusedDisableDirectives && { unusedSuppressions: "error" }),
  };
}

/** What to do about a name that is none of `known`. */
export function ruleHint(id: string, known: readonly string[]): string {
  const near = nearestName(id, known);
  return near === undefined ? "--list-rules shows them all" : `did you mean ${near}? --list-rules shows them all`;
}

function parseRule(flag: string): readonly [id: string, setting: RuleSetting] {
  const [id, name] = parsePair("--rule", flag, "id=level");
  const level = levelNames.find((candidate) => candidate === name);
  if (!rulesById.has(id) && !isFileCode(id))
    throw new UsageError(`there is no rule ${id}`, {
      hint: `${ruleHint(id, [...rulesById.keys(), ...Object.keys(fileCodes)])}; what proofs and the syntax find has a level of its own`,
    });
  if (level === undefined) {
    throw new UsageError(`${name} is no level`, { hint: "the levels are off, info, warning and error" });
  }
  return [id, level];
}

function parseAssumption(flag: string): readonly [name: string, value: string] {
  const [name, value] = parsePair("--assume", flag, "name=value");
  const known = new Map<string, readonly string[]>(Object.entries(assumptionValues));
  const values = known.get(name);
  if (values === undefined) {
    throw new UsageError(`nothing can be assumed of ${name}`, { hint: `there are ${[...known.keys()].join(", ")}` });
  }
  if (!values.includes(value)) {
    throw new UsageError(`${name} cannot be assumed to be ${value}`, { hint: `it may be ${values.join(" or ")}` });
  }
  return [name, value];
}
