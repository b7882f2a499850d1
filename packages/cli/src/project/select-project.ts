import { posix } from "node:path";
import { HOST_EXTENSIONS, type ReadScope } from "@apigw-vtl/definitions/files";
import type { ConfigurationChoice } from "../configuration/configuration-choice.js";
import { configuredScope } from "../configuration/configured-scope.js";
import { UsageError } from "../failure.js";
import { slashed } from "../files/file-path.js";
import { findFiles, type SelectedFile } from "../files/find-files.js";
import { InputReader } from "../io/input-reader.js";
import type { SearchFlags } from "../options/search-options.js";
import type { Session } from "../session.js";

/** What a command is to search for templates: stdin, or files. */
export interface ProjectSearch {
  /** As the command line has them; of stdin the one that stands for it. */
  readonly paths: readonly string[];
  readonly isStdin: boolean;
  readonly ignorePatterns: readonly string[];
  /** Whether a path that does not exist, or a glob that nothing matches, is an error. */
  readonly errorOnUnmatched: boolean;
}

/** The files to look at. */
export interface SelectedProject {
  readonly files: readonly SelectedFile[];
  /** The text of stdin, which stands for a file. */
  readonly texts: ReadonlyMap<string, string>;
  /** The folders that were searched, and those of the files. */
  readonly folders: ReadonlySet<string>;
  /** Where files may lie that these name. */
  readonly scope: ReadScope;
}

/** Reads the paths and flags of a command. Throws a `UsageError` if paths stand beside `-`. */
export function projectSearch(
  named: readonly string[],
  { stdinFilename, ignorePattern = [] }: SearchFlags,
  errorOnUnmatched = true,
): ProjectSearch {
  const isStdin = named.includes("-");
  if (isStdin && named.length > 1) throw new UsageError("- stands for stdin and takes no paths beside it");
  const paths = isStdin ? [slashed(stdinFilename ?? "stdin.vtl")] : named;
  return { paths, isStdin, ignorePatterns: ignorePattern, errorOnUnmatched };
}

/** Finds the files, or reads stdin. Throws an `InputError` for a path that leads to nothing, and for what is no text. */
export async function selectProject(
  { isStdin, ...search }: ProjectSearch,
  session: Session,
  configuration?: ConfigurationChoice,
): Promise<SelectedProject> {
  const { io } = session;
  const folders = new Set<string>();
  const texts = new Map<string, string>();
  const onFolder = (folder: string) => folders.add(folder);
  if (isStdin) for (const path of search.paths) texts.set(path, (await new InputReader(io).read("-")).text);
  const files = isStdin
    ? search.paths.map((path) => ({ path, named: true }))
    : await findFiles({ ...search, extensions: HOST_EXTENSIONS, onFolder }, io);
  for (const { path } of files) onFolder(posix.dirname(path));
  return { files, texts, folders, scope: await configuredScope(search.paths, session, configuration) };
}
