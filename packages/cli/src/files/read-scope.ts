import { posix } from "node:path";
import type { ReadScope } from "@apigw-vtl/definitions";
import picomatch from "picomatch";
import type { Session } from "../session.js";
import { absolutePath, slashed } from "./file-path.js";
import { repositoryRoot } from "./repository.js";

/** What the command line says of where files may lie, as commander gives it. */
export interface ScopeFlags {
  readonly root?: string;
  readonly allowOutside?: readonly string[];
}

/**
 * Where the files may lie that a command reads because a file names them: in the repository around each path that the
 * user gave, or in `--root`. Without a repository the path itself is the place, or the folder of a file.
 */
export async function readScopeOf(paths: readonly string[], { io, scopeFlags }: Session): Promise<ReadScope> {
  const { root, allowOutside = [] } = scopeFlags();
  const allowed = allowOutside.map((path) => absolutePath(path, io));
  if (root !== undefined) return { roots: [absolutePath(root, io)], allowOutside: allowed };
  const roots = new Set<string>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const place = posix.normalize(absolutePath(picomatch.scan(slashed(path)).base, io)).replace(/(.)\/$/, "$1");
    const { kind } = await io.fileAccess.inspect(place);
    const folder = kind === "folder" ? place : posix.dirname(place);
    roots.add((await repositoryRoot(folder, io)) ?? folder);
  }
  return { roots: [...roots], allowOutside: allowed };
}
