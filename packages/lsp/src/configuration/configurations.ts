import { ConfigReader, folderOf } from "@apigw-vtl/definitions";
import { ConfigError, findConfig, type LoadedConfig, type ResolvedConfig, resolveConfig } from "@apigw-vtl/linter";
import { URI } from "vscode-uri";
import type { WorkspaceReader } from "../documents/workspace-reader.js";
import type { SettingsStore } from "./settings.js";

interface FolderConfig {
  readonly loaded: LoadedConfig | undefined;
  readonly problem?: string;
}

/** The configurations of each file, merged; one that cannot be used counts as none, and is reported. */
export class Configurations {
  readonly #reader: WorkspaceReader;
  readonly #settings: SettingsStore;
  readonly #report: (problem: string) => void;
  readonly #folders = new Map<string, Promise<FolderConfig>>();
  /** Promises, entered when they begin: one that is still reading what was forgotten enters nothing any more. */
  readonly #resolved = new Map<string, Promise<ResolvedConfig>>();
  readonly #reported = new Set<string>();

  constructor(reader: WorkspaceReader, settings: SettingsStore, report: (problem: string) => void) {
    this.#reader = reader;
    this.#settings = settings;
    this.#report = report;
  }

  /** What is configured for a file. Never rejects. */
  of(uri: string): Promise<ResolvedConfig> {
    const known = this.#resolved.get(uri);
    if (known !== undefined) return known;
    const resolving = this.#resolve(uri);
    this.#resolved.set(uri, resolving);
    return resolving;
  }

  /** Forgets everything: a configuration or the settings have changed. */
  clear(): void {
    this.#folders.clear();
    this.#resolved.clear();
    this.#reported.clear();
  }

  async #resolve(uri: string): Promise<ResolvedConfig> {
    const { loaded, problem } = await this.#folderOf(uri);
    if (problem !== undefined && !this.#reported.has(problem)) {
      this.#reported.add(problem);
      this.#report(problem);
    }
    return resolveConfig(loaded, URI.parse(uri).path, this.#settings.current.rules);
  }

  #folderOf(uri: string): Promise<FolderConfig> {
    const folder = folderOf(uri);
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const loading = this.#load(uri);
    this.#folders.set(folder, loading);
    return loading;
  }

  async #load(uri: string): Promise<FolderConfig> {
    const file = URI.parse(uri);
    // A file that was never saved lies in no folder.
    if (!file.path.startsWith("/")) return { loaded: undefined };
    const reader = new ConfigReader(this.#reader.accessAt(uri), await this.#reader.scopeAt(uri));
    try {
      return { loaded: await findConfig(file.path, { readFile: (path, from) => reader.read(path, from) }) };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return { loaded: undefined, problem: `The configuration cannot be used: ${error.message}` };
    }
  }
}
