import type { LintSettings } from "../lint.js";
import type { ProverAssumptions } from "../prover/assumptions.js";
import { keptIn, remembered } from "../remembered.js";
import { type Level, type OptionValue, type RuleSet, ruleSets } from "../rule.js";
import { rules } from "../rules/index.js";
import type { ActiveRule } from "../run-rules.js";
import type { ConfigFile, ConfigOverride, Indent, LevelName, RuleSetting } from "./config-file.js";
import { type FileCode, fileCodes } from "./file-codes.js";
import { matchesGlob } from "./glob.js";
import type { ConfigLayer, LoadedConfig } from "./load-config.js";

/** What a configuration says about one file. */
export interface ResolvedConfig extends LintSettings {
  /** Whether the file is left out. */
  readonly ignored: boolean;
  /** What overrides say of a template that its host does not say. */
  readonly direction?: "request" | "response";
  readonly contentType?: string;
  /** How bad it is that a file cannot be read whole. */
  readonly fileLevels: Readonly<Record<FileCode, Level | "off">>;
  /** Globs of event files, and the folders that they start from. */
  readonly samples: readonly { readonly folder: string; readonly glob: string }[];
  /** Whether the configuration says which language it is; otherwise a template may be recognised as another's. */
  readonly isDialectGiven: boolean;
  readonly indent: Indent;
  /** Those that differ from the defaults, and perhaps others. */
  readonly assumptions: Partial<ProverAssumptions>;
}

type RuleChanges = Readonly<Record<string, RuleSetting>>;

const noChanges: RuleChanges = {};
const recommendedLayers: LoadedConfig["layers"] = ["vtl:recommended"];

/** The configuration of a file. Without one, the recommended rules are on. `changes` (of `--rule`) win over everything. */
export function resolveConfig(
  config: LoadedConfig | undefined,
  file: string,
  changes: RuleChanges = noChanges,
): ResolvedConfig {
  const matches = ({ folder }: ConfigLayer, globs: readonly string[] = []): boolean => {
    const path = file.startsWith(folder) ? file.slice(folder.length) : file;
    return globs.some((glob) => matchesGlob(path, glob));
  };
  const layers = config?.layers ?? recommendedLayers;
  const configs = layers.filter((layer): layer is ConfigLayer => typeof layer !== "string");
  const files = configs.map((layer) => layer.config);
  const all = configs.flatMap((layer) => (layer.config.overrides ?? []).map((one) => ({ layer, one })));
  const matching = all.map(({ layer, one }) => matches(layer, one.files) && !matches(layer, one.excludedFiles));
  const overrides = all.flatMap(({ layer, one }, i) => (matching[i] ? [{ ...one, folder: layer.folder }] : []));
  // Most files of a project have the same overrides.
  const levels = keptIn(levelsOf(layers)(changes), matching.join(), () => resolveLevels(layers, overrides, changes));

  const unused = levelOf(last(files, "unusedSuppressions") ?? "warning");
  const direction = last(overrides, "direction");
  const contentType = last(overrides, "contentType");
  return {
    ...levels,
    dialect: last(overrides, "dialect") ?? "apigateway",
    isDialectGiven: last(overrides, "dialect") !== undefined,
    suppressions: configs
      .flatMap((layer) =>
        (layer.config.suppressions ?? []).filter((one) => one.files === undefined || matches(layer, one.files)),
      )
      .map(({ rules: ruleIds, text, reason }) => ({
        ruleIds,
        ...(text !== undefined && { text }),
        ...(reason !== undefined && { reason }),
      })),
    unusedSuppressions: unused,
    ignored: configs.some((layer) => matches(layer, layer.config.ignorePatterns)),
    indent: files.findLast(({ format }) => format?.indent !== undefined)?.format?.indent ?? 2,
    samples: overrides.flatMap(({ samples = [], folder }) => samples.map((glob) => ({ folder, glob }))),
    assumptions: Object.assign({}, ...[...files, ...overrides].map((one) => one.assumptions)),
    ...(direction && { direction }),
    ...(contentType !== undefined && { contentType }),
  };
}

type Levels = Pick<ResolvedConfig, "rules" | "fileLevels">;

/** By the overrides that count. */
const levelsOf = remembered((_: LoadedConfig["layers"]) =>
  remembered((_changes: RuleChanges) => new Map<string, Levels>()),
);

function resolveLevels(
  layers: LoadedConfig["layers"],
  overrides: readonly ConfigOverride[],
  changes: RuleChanges,
): Levels {
  const settings = new Map<string, RuleState>();
  for (const layer of layers) {
    if (typeof layer === "string") turnOnSet(settings, layer.slice("vtl:".length) as RuleSet);
    else turn(settings, layer.config.rules ?? {});
  }
  for (const override of overrides) turn(settings, override.rules ?? {});
  turn(settings, changes);
  return { rules: activeRules(settings), fileLevels: fileLevels(settings) };
}

interface RuleState {
  readonly level: Level | "off";
  readonly options: Readonly<Record<string, OptionValue>>;
}

function turnOnSet(settings: Map<string, RuleState>, name: RuleSet): void {
  for (const { meta } of rules) {
    if (ruleSets.indexOf(meta.set) <= ruleSets.indexOf(name)) settings.set(meta.id, { level: meta.level, options: {} });
  }
}

/** A level alone keeps the options that were given before. */
function turn(settings: Map<string, RuleState>, changes: Readonly<Record<string, RuleSetting>>): void {
  for (const [id, setting] of Object.entries(changes)) {
    const [level, options] = typeof setting === "string" ? [setting] : setting;
    settings.set(id, { level: levelOf(level), options: options ?? settings.get(id)?.options ?? {} });
  }
}

function activeRules(settings: ReadonlyMap<string, RuleState>): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const { level, options } = settings.get(rule.meta.id) ?? { level: "off" as const, options: {} };
    return level === "off" ? [] : [{ rule, level, options }];
  });
}

function fileLevels(settings: ReadonlyMap<string, RuleState>): ResolvedConfig["fileLevels"] {
  const entries = Object.entries(fileCodes).map(([code, { level }]) => [code, settings.get(code)?.level ?? level]);
  return Object.fromEntries(entries) as ResolvedConfig["fileLevels"];
}

function levelOf(name: LevelName): Level | "off" {
  return name === "warn" ? "warning" : name;
}

function last<Layer extends ConfigFile | ConfigOverride, Key extends keyof Layer>(
  layers: readonly Layer[],
  key: Key,
): Layer[Key] | undefined {
  return layers.findLast((layer) => layer[key] !== undefined)?.[key];
}
