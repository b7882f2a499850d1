import { posix } from "node:path";
import { ConfigReader, type FileText, folderOf, type ReadScope } from "@apigw-vtl/definitions/files";
import {
  ConfigError,
  type ConfigHost,
  findConfig,
  type LoadedConfig,
  loadConfig,
  type ResolvedConfig,
  resolveConfig,
} from "@apigw-vtl/linter";
import { InputError } from "../failure.js";
import { absolutePath } from "../files/file-path.js";
import type { Io } from "../io/io.js";
import type { ConfigurationChoice } from "./configuration-choice.js";

/** The configuration of the files of a folder, and what it was made of. */
interface FolderConfig {
  readonly loaded: LoadedConfig | undefined;
  /** The files that were read, and those that were looked for in vain, by their paths. */
  readonly sources: ReadonlyMap<string, FileText>;
}

/** A configuration that cannot be used: nothing is linted then. */
export class ConfigurationError extends InputError {}

/** What is configured for each file: the nearest configuration, or that of `--config`, with the changes of the command line. */
export class Configurations {
  readonly #io: Io;
  readonly #reader: ConfigReader;
  readonly #choice: ConfigurationChoice;
  readonly #folders = new Map<string, Promise<FolderConfig>>();
  readonly #files = new Map<string, Promise<ResolvedConfig>>();
  readonly #texts = new Map<string, Promise<FileText>>();

  constructor(choice: ConfigurationChoice, io: Io, scope: ReadScope) {
    this.#io = io;
    const { config } = choice;
    // Whoever names a configuration trusts what is beside it.
    const named = typeof config === "string" ? [posix.dirname(config)] : [];
    this.#reader = new ConfigReader(io.fileAccess, { ...scope, allowOutside: [...scope.allowOutside, ...named] });
    this.#choice = choice;
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
  async sourcesOf(path: string): Promise<ReadonlyMap<string, FileText>> {
    return (await this.#configOf(absolutePath(path, this.#io))).sources;
  }

  #resolve(loaded: LoadedConfig | undefined, absolute: string): ResolvedConfig {
    const { rules, assumptions, unusedSuppressions } = this.#choice;
    const resolved = resolveConfig(loaded, absolute, rules);
    return {
      ...resolved,
      assumptions: { ...resolved.assumptions, ...assumptions },
      ...(unusedSuppressions && { unusedSuppressions }),
    };
  }

  #configOf(file: string): Promise<FolderConfig> {
    // All files of a folder have one configuration, and with --config all files.
    const folder = this.#choice.config === undefined ? folderOf(file) : "";
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const loading = this.#load(file);
    this.#folders.set(folder, loading);
    return loading;
  }

  async #load(file: string): Promise<FolderConfig> {
    const { config } = this.#choice;
    const sources = new Map<string, FileText>();
    const host: ConfigHost = {
      readFile: async (path, from) => {
        const text = await this.#read(path, from);
        sources.set(path, text);
        return text;
      },
    };
    try {
      if (config === false) return { loaded: undefined, sources };
      const loaded = config === undefined ? await findConfig(file, host) : await loadConfig(config, host);
      return { loaded, sources };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new ConfigurationError(`the configuration cannot be used:\n  ${error.message}`, { cause: error });
    }
  }

  /** The configurations that count for a file, with their paths. Rejects with a `ConfigurationError`. */
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
