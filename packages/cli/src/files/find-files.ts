import { posix } from "node:path";
import { GLOB_OPTIONS } from "@apigw-vtl/linter";
import picomatch from "picomatch";
import { InputError } from "../failure.js";
import { errorCode, reasonOf } from "../io/input-reader.js";
import type { FolderEntry, Io } from "../io/io.js";
import { slashed } from "./file-path.js";
import { IgnoreRules } from "./ignore-rules.js";

/** What the command line says about the files to look at. */
export interface FileSelection {
  /** Files, folders and globs; none means the current folder. */
  readonly paths: readonly string[];
  /** Of the files in folders, those with these extensions (without a dot) count. */
  readonly extensions: readonly string[];
  /** Patterns as in a `.gitignore`. */
  readonly ignorePatterns: readonly string[];
  /** Whether a path that does not exist, or a glob that nothing matches, is an error. */
  readonly errorOnUnmatched: boolean;
  /** Is told of every folder that is searched. */
  readonly onFolder?: (path: string) => void;
}

/** A file to look at. */
export interface SelectedFile {
  /** With `/`; relative if the path that led to it is. */
  readonly path: string;
  /** Whether the user asked for this file or its kind, rather than for a folder around it. */
  readonly named: boolean;
}

type FileTest = (path: string) => boolean;

/**
 * The selected files, each once, in order of the paths and then of their names. A file that is named is taken even if
 * it is ignored. Throws an `InputError` for a path that leads to nothing.
 */
export async function findFiles(selection: FileSelection, io: Io): Promise<SelectedFile[]> {
  const { paths, extensions, ignorePatterns, errorOnUnmatched, onFolder = () => {} } = selection;
  const hasExtension: FileTest = (path) => extensions.includes(posix.extname(path).slice(1).toLowerCase());
  const found = new Map<string, SelectedFile>();
  for (const named of paths.length === 0 ? ["."] : paths) {
    const path = slashed(named);
    const kind = await kindOf(path, io);
    const files: SelectedFile[] = [];
    if (kind === "file") files.push({ path: posix.normalize(path), named: true });
    else if (kind === "folder") {
      const rules = await IgnoreRules.in(path, ignorePatterns, io);
      await collectFiles({ path: posix.normalize(path), rules, test: hasExtension, named: false, files, onFolder }, io);
    } else if (picomatch.scan(path).isGlob) files.push(...(await matchGlob(path, hasExtension, selection, io)));
    if (files.length === 0 && kind !== "folder" && errorOnUnmatched) {
      throw new InputError(`no file matches ${named}`, { hint: "paths are relative to the current folder" });
    }
    for (const file of files) if (!found.get(file.path)?.named) found.set(file.path, file);
  }
  return [...found.values()];
}

/** `undefined` if nothing is there. */
async function kindOf(path: string, io: Io): Promise<"file" | "folder" | undefined> {
  try {
    await io.readFolder(path);
    return "folder";
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOTDIR") return "file";
    if (code === "ENOENT") return undefined;
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}

async function matchGlob(
  glob: string,
  hasExtension: FileTest,
  { ignorePatterns, onFolder = () => {} }: FileSelection,
  io: Io,
): Promise<SelectedFile[]> {
  const { base } = picomatch.scan(glob);
  const folder = base === "" ? "." : base;
  const files: SelectedFile[] = [];
  if ((await kindOf(folder, io)) !== "folder") return files;
  const matches = picomatch(posix.normalize(glob), GLOB_OPTIONS);
  // `*.txt` asks for its kind of files, whatever they are; `src/*` for those that may hold templates.
  const named = /\.\w+$/.test(glob);
  const test: FileTest = (path) => matches(path) && (named || hasExtension(path));
  const rules = await IgnoreRules.in(folder, ignorePatterns, io);
  await collectFiles({ path: posix.normalize(folder), rules, test, named, files, onFolder }, io);
  return files;
}

interface FolderSearch {
  readonly path: string;
  readonly rules: IgnoreRules;
  readonly test: FileTest;
  readonly named: boolean;
  /** Where the files go. */
  readonly files: SelectedFile[];
  readonly onFolder: (path: string) => void;
}

async function collectFiles(search: FolderSearch, io: Io): Promise<void> {
  const { path: folder, rules, test, named, files, onFolder } = search;
  onFolder(folder);
  // A folder that may not be read is passed over, as other tools of its kind do.
  const entries = await io.readFolder(folder).catch((): FolderEntry[] => []);
  for (const { name, kind } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (kind === "other" || rules.ignores(name, kind)) continue;
    const path = posix.join(folder, name);
    if (kind === "folder") await collectFiles({ ...search, path, rules: await rules.enter(name, path, io) }, io);
    else if (test(path)) files.push({ path, named });
  }
}
