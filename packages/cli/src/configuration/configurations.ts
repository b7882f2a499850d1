import { ConfigReader, type FileText, type ReadScope, textOrNothing } from "@apigw-vtl/definitions";
import {
  ConfigError,
  type ConfigHost,
  findConfig,
  type LoadedConfig,
  levelNames,
  loadConfig,
  type ProverAssumptions,
  type ResolvedConfig,
  type RuleSetting,
  resolveConfig,
  rulesById,
} from "@apigw-vtl/linter";
import { InputError, UsageError } from "../failure.js";
import type { Dependency } from "../files/dependency.js";
import { digestOf } from "../files/digest.js";
import { absolutePath } from "../files/file-path.js";
import type { Io } from "../io/io.js";
import { parsePair } from "../options/assignment.js";
import { assumptionsOf } from "./assume-flags.js";
import type { ConfigurationFlags } from "./configuration-flags.js";
import { configParser } from "./parse-config.js";

/** The configuration of the files of a folder, and what it was made of. */
interface FolderConfig {
  readonly loaded: LoadedConfig | undefined;
  /** The files that were read, and those that were looked for in vain. */
  readonly sources: readonly Dependency[];
}

/** A configuration that cannot be used: nothing is linted then. */
export class ConfigurationError extends InputError {}

/** What is configured for each file: the nearest configuration, or that of `--config`, with the changes of `--rule`. */
export class Configurations {
  readonly #io: Io;
  readonly #reader: ConfigReader;
  readonly #flags: ConfigurationFlags;
  readonly #changes: Readonly<Record<string, RuleSetting>>;
  readonly #assumptions: Partial<ProverAssumptions>;
  readonly #folders = new Map<string, Promise<FolderConfig>>();
  readonly #files = new Map<string, Promise<ResolvedConfig>>();
  readonly #texts = new Map<string, Promise<FileText>>();

  /** Throws a `UsageError` for what `--rule` or `--assume` names that does not exist. */
  constructor(flags: ConfigurationFlags, io: Io, scope: ReadScope) {
    this.#io = io;
    const { config } = flags;
    // Whoever names a configuration trusts what is beside it.
    const named = typeof config === "string" ? [absolutePath(config, io).replace(/\/[^/]*$/, "") || "/"] : [];
    this.#reader = new ConfigReader(io.fileAccess, { ...scope, allowOutside: [...scope.allowOutside, ...named] });
    this.#flags = flags;
    this.#changes = ruleChanges(flags);
    this.#assumptions = assumptionsOf(flags);
  }

  /** What is configured for a file. Rejects with a `ConfigurationError`. */
  for(path: string): Promise<ResolvedConfig> {
    const absolute = absolutePath(path, this.#io);
    const known = this.#files.get(absolute);
    if (known !== undefined) return known;
    const resolved = this.#configOf(absolute).then(({ loaded }) => this.#resolve(loaded, absolute));
    this.#files.set(absolute, resolved);
    return resolved;
  }

  /** The configuration files that count for a file, and those that would if they were there. */
  async sourcesOf(path: string): Promise<readonly Dependency[]> {
    return (await this.#configOf(absolutePath(path, this.#io))).sources;
  }

  /** The path of the configuration that counts for a file, if there is one. */
  async pathFor(path: string): Promise<string | undefined> {
    return (await this.loadedFor(path))?.path;
  }

  #resolve(loaded: LoadedConfig | undefined, absolute: string): ResolvedConfig {
    const resolved = resolveConfig(loaded, absolute, this.#changes);
    const config = { ...resolved, assumptions: { ...resolved.assumptions, ...this.#assumptions } };
    return this.#flags.reportUnusedDisableDirectives ? { ...config, unusedSuppressions: "error" } : config;
  }

  #configOf(file: string): Promise<FolderConfig> {
    // All files of a folder have one configuration, and with --config all files.
    const folder = this.#flags.config === undefined ? file.slice(0, file.lastIndexOf("/") + 1) : "";
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const loading = this.#load(file);
    this.#folders.set(folder, loading);
    return loading;
  }

  async #load(file: string): Promise<FolderConfig> {
    const { config } = this.#flags;
    const sources: Dependency[] = [];
    const host: ConfigHost = {
      readFile: async (path, from) => {
        const text = await this.#read(path, from);
        sources.push({ path, ...(typeof text === "string" && { digest: digestOf(text) }) });
        return text;
      },
      parse: await configParser(),
    };
    try {
      if (config === false) return { loaded: undefined, sources };
      const loaded =
        config === undefined ? await findConfig(file, host) : await loadConfig(absolutePath(config, this.#io), host);
      return { loaded, sources };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const { configProblems } = await import("./config-places.js");
      const problems = configProblems(error, textOrNothing(await this.#read(error.path)));
      throw new ConfigurationError(`the configuration cannot be used:\n  ${problems}`, { cause: error });
    }
  }

  /** The configuration that counts for a file, with its path. Rejects with a `ConfigurationError`. */
  async loadedFor(path: string): Promise<LoadedConfig | undefined> {
    return (await this.#configOf(absolutePath(path, this.#io))).loaded;
  }

  #read(path: string, from?: string): Promise<FileText> {
    const key = `${path}\n${from ?? ""}`;
    const text = this.#texts.get(key) ?? this.#reader.read(path, from);
    this.#texts.set(key, text);
    return text;
  }
}

function ruleChanges({ rule = [] }: ConfigurationFlags): Record<string, RuleSetting> {
  const changes = rule.map((flag): [string, RuleSetting] => {
    const [id, name] = parsePair("--rule", flag, "id=level");
    const level = levelNames.find((candidate) => candidate === name);
    if (!rulesById.has(id)) throw new UsageError(`there is no rule ${id}`, { hint: "--list-rules shows them all" });
    if (level === undefined) {
      throw new UsageError(`${name} is no level`, { hint: "the levels are off, info, warning and error" });
    }
    return [id, level];
  });
  return Object.fromEntries(changes);
}
