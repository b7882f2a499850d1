import { ruleSets } from "../rule.js";
import type { ConfigFile } from "./config-file.js";
import { type ConfigProblem, validateConfig } from "./validate-config.js";

/** The names of configuration files, in the order in which a folder is searched. */
export const CONFIG_NAMES: readonly string[] = ["vtl.config.json", "vtl.config.yaml", "vtl.config.yml"];

/** What reading configurations needs from where it runs. Paths use `/`. */
export interface ConfigHost {
  /** `undefined` if there is no such file, a message if it is not read; `from` is the configuration that extends it. */
  readonly readFile: (path: string, from?: string) => Promise<string | { readonly message: string } | undefined>;
  /** Reads JSON or YAML, by the path's extension; throws on broken text. */
  readonly parse: (path: string, text: string) => unknown;
}

/** A configuration and those that it extends, which come first. */
export interface LoadedConfig {
  readonly path: string;
  /** What globs are relative to; empty for the current folder. */
  readonly folder: string;
  /** Names of sets and configuration files in the order in which they apply, this file last. */
  readonly layers: readonly (string | ConfigFile)[];
}

/** A configuration that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly path: string;
  readonly problems: readonly ConfigProblem[];

  constructor(path: string, problems: readonly ConfigProblem[]) {
    super([path, ...problems.map(({ path: at, message }) => (at === "" ? message : `${at} ${message}`))].join("\n  "));
    this.path = path;
    this.problems = problems;
  }
}

/** The nearest configuration of a file: that of its folder or the next one up. Throws a `ConfigError`. */
export async function findConfig(file: string, host: ConfigHost): Promise<LoadedConfig | undefined> {
  for (const folder of foldersOf(file)) {
    for (const name of CONFIG_NAMES) {
      const path = folder + name;
      const text = await host.readFile(path);
      if (text !== undefined) return loadConfig(path, host);
    }
  }
  return undefined;
}

/** Reads a configuration and those that it extends. Throws a `ConfigError`. */
export async function loadConfig(path: string, host: ConfigHost): Promise<LoadedConfig> {
  return { path, folder: folderOf(path), layers: await layersOf(path, host, []) };
}

async function layersOf(path: string, host: ConfigHost, from: readonly string[]): Promise<(string | ConfigFile)[]> {
  const fail = (message: string, at = ""): never => {
    throw new ConfigError(path, [{ path: at, message }]);
  };
  if (from.includes(path)) fail(`extends itself, by way of ${from.join(", ")}`);
  const read = (await host.readFile(path, from[0])) ?? fail("there is no such file");
  const text = typeof read === "string" ? read : fail(read.message);
  let value: unknown;
  try {
    value = host.parse(path, text);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  // An empty YAML file is null.
  const result = validateConfig(value ?? {});
  if (!("config" in result)) throw new ConfigError(path, result.problems);
  const { config } = result;
  const layers: (string | ConfigFile)[] = [];
  const bases = config.extends === undefined ? (from.length === 0 ? ["vtl:recommended"] : []) : [config.extends].flat();
  for (const base of bases) {
    if (base.startsWith("vtl:")) {
      if (!ruleSets.some((name) => base === `vtl:${name}`)) fail("there is no such set", `extends: ${base}`);
      layers.push(base);
    } else layers.push(...(await layersOf(resolvePath(folderOf(path), base), host, [...from, path])));
  }
  return [...layers, config];
}

/** `a/b/`, `a/` and the empty text for `a/b/c.vtl`; an absolute path ends at `/`. */
function* foldersOf(file: string): Generator<string> {
  let folder = folderOf(file);
  for (;;) {
    yield folder;
    if (folder === "" || folder === "/") return;
    folder = folderOf(folder.slice(0, -1));
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Nothing is above the root. */
function resolvePath(folder: string, path: string): string {
  const slashed = path.replaceAll("\\", "/");
  if (/^(?:[a-zA-Z]:)?\//.test(slashed)) return slashed;
  const parts: string[] = [];
  for (const part of (folder + slashed).split("/")) {
    const above = parts.at(-1);
    if (part === ".." && above === "") continue;
    if (part === ".." && above !== undefined && above !== "..") parts.pop();
    else if (part !== "." && (part !== "" || above === undefined)) parts.push(part);
  }
  return parts.join("/");
}
