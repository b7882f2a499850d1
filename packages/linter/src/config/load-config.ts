import { folderOf, resolvePath } from "@apigw-vtl/definitions";
import { ruleSets } from "../rule.js";
import type { ConfigFile } from "./config-file.js";
import { type ParsedConfig, parseConfig, placeIn } from "./parse-config.js";
import { type ConfigProblem, validateConfig } from "./validate-config.js";

/** The names of configuration files, in the order in which a folder is searched. */
export const CONFIG_NAMES: readonly string[] = ["vtl.config.json", "vtl.config.yaml", "vtl.config.yml"];

/** What reading configurations needs from where it runs. Paths use `/`. */
export interface ConfigHost {
  /** `undefined` if there is no such file, a message if it is not read; `from` is the configuration that extends it. */
  readonly readFile: (path: string, from?: string) => Promise<string | { readonly message: string } | undefined>;
}

/** A configuration file as it was read. */
export interface ConfigLayer {
  readonly path: string;
  /** What its globs are relative to; empty for the current folder. Of one that is extended, the folder of who extends it. */
  readonly folder: string;
  readonly config: ConfigFile;
}

/** The configurations that count for the files of a folder. */
export interface LoadedConfig {
  /** Those found in the folders around, the nearest first. */
  readonly files: readonly ConfigLayer[];
  /** Names of sets and configurations in the order in which they apply, with those that are extended; the nearest last. */
  readonly layers: readonly (string | ConfigLayer)[];
}

/** A configuration that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** `place` is `line:column` of a problem. */
  constructor(path: string, problems: readonly ConfigProblem[], placeOf: (at: string) => string | undefined) {
    const lines = problems.map(({ path: at, message }) => {
      const place = placeOf(at);
      return `${path}${place === undefined ? "" : `:${place}`}: ${at === "" ? "" : `${at} `}${message}`;
    });
    super(lines.join("\n  "));
  }
}

/**
 * The configurations of a file: that of its folder, merged with those of the folders above, down from the nearest `root`.
 * Throws a `ConfigError`.
 */
export async function findConfig(file: string, host: ConfigHost): Promise<LoadedConfig | undefined> {
  const found: LoadedConfig[] = [];
  const roots: string[] = [];
  for (const folder of foldersOf(file)) {
    if (!roots.every((root) => folder.startsWith(root))) break;
    const path = await firstOf(
      CONFIG_NAMES.map((name) => folder + name),
      host,
    );
    if (path === undefined) continue;
    const loaded = await load(path, host);
    found.push(loaded);
    const { root } = loaded.files[0]!.config;
    if (root !== undefined) roots.push(rootFolder(folder, root));
  }
  if (found.length === 0) return undefined;
  return onRecommended({
    files: found.flatMap(({ files }) => files),
    layers: found.toReversed().flatMap(({ layers }) => layers),
  });
}

/** Reads one configuration and those that it extends. Throws a `ConfigError`. */
export async function loadConfig(path: string, host: ConfigHost): Promise<LoadedConfig> {
  return onRecommended(await load(path, host));
}

/** The folder that `root` of a configuration in `folder` names, with a slash at its end. */
function rootFolder(folder: string, root: string | true): string {
  if (root === true) return folder;
  const path = resolvePath(folder, root).replace(/\/$/, "");
  return path === "" && !folder.startsWith("/") ? "" : `${path}/`;
}

/** The recommended rules are what configurations begin with, unless the outermost says otherwise. */
function onRecommended({ files, layers }: LoadedConfig): LoadedConfig {
  return { files, layers: files.at(-1)?.config.extends === undefined ? ["vtl:recommended", ...layers] : layers };
}

async function load(path: string, host: ConfigHost): Promise<LoadedConfig> {
  const layers = await layersOf(path, folderOf(path), host, []);
  return { files: [layers.at(-1) as ConfigLayer], layers };
}

async function layersOf(
  path: string,
  folder: string,
  host: ConfigHost,
  from: readonly string[],
): Promise<(string | ConfigLayer)[]> {
  const { config, fail } = await readConfig(path, host, from);
  const layers: (string | ConfigLayer)[] = [];
  for (const base of [config.extends ?? []].flat()) {
    if (base.startsWith("vtl:")) {
      if (!ruleSets.some((name) => base === `vtl:${name}`)) fail(`there is no set ${base}`, "extends");
      layers.push(base);
    } else {
      const file = isPath(base) ? resolvePath(path, base) : await inPackage(base, path, host);
      if (file === undefined)
        fail(`there is no package ${base} in node_modules; ./${base} is a file beside`, "extends");
      else layers.push(...(await layersOf(file, folder, host, [...from, path])));
    }
  }
  return [...layers, { path, folder, config }];
}

async function readConfig(path: string, host: ConfigHost, from: readonly string[]) {
  let source = "";
  let parsed: ParsedConfig | undefined;
  const placeOf = (at: string): string | undefined => {
    const steps = at.split(/[.[\]]+/).filter((step) => step !== "");
    for (; steps.length > 0; steps.pop()) {
      const offset = parsed?.offsetOf(steps);
      if (offset !== undefined) return placeIn(source, offset);
    }
    return undefined;
  };
  const fail = (message: string, at = ""): never => {
    throw new ConfigError(path, [{ path: at, message }], placeOf);
  };
  if (from.includes(path)) fail(`extends itself, by way of ${from.join(", ")}`);
  const read = (await host.readFile(path, from[0])) ?? fail("there is no such file");
  source = typeof read === "string" ? read : fail(read.message);
  parsed = parseConfig(path, source);
  const { problem } = parsed;
  if (problem !== undefined) {
    throw new ConfigError(path, [{ path: "", message: problem.message }], () => placeIn(source, problem.offset));
  }
  // An empty YAML file is null.
  const result = validateConfig(parsed.value ?? {});
  if (!("config" in result)) throw new ConfigError(path, result.problems, placeOf);
  return { config: result.config, fail };
}

/** Everything else is a package, as Node has it. */
const isPath = (name: string): boolean => /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[a-zA-Z]:[\\/])/.test(name);

/** `@team/rules` is that package's configuration, `@team/rules/strict.json` a file of it; `undefined` if there is none. */
function inPackage(name: string, from: string, host: ConfigHost): Promise<string | undefined> {
  const isFile = /^(?:@[^/]+\/)?[^@/][^/]*\/./.test(name);
  const files = isFile ? [name] : CONFIG_NAMES.map((file) => `${name}/${file}`);
  const folders = [...foldersOf(from)].map((folder) => `${folder}node_modules/`);
  return firstOf(
    folders.flatMap((folder) => files.map((file) => folder + file)),
    host,
    from,
  );
}

/** The first of the files that is there, or would be if it were read. */
async function firstOf(paths: readonly string[], host: ConfigHost, from?: string): Promise<string | undefined> {
  for (const path of paths) if ((await host.readFile(path, from)) !== undefined) return path;
  return undefined;
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
