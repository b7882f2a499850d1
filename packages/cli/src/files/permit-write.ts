import { posix } from "node:path";
import { isWithin, ProjectReader } from "@apigw-vtl/definitions/files";
import { InputError } from "../failure.js";
import type { Session } from "../session.js";
import { absolutePath } from "./file-path.js";
import { repositoryRoot } from "./repository.js";

/**
 * Throws an `InputError` if a link in the project leads a write out of it: the user named a file of the project, and
 * somebody else may have put the link there. A path outside of the project is the user's own choice.
 */
export async function permitWrite(path: string, { io, scopeFlags }: Session): Promise<void> {
  const absolute = posix.normalize(absolutePath(path, io));
  const { root: named, allowOutside = [] } = scopeFlags();
  const root = named === undefined ? undefined : absolutePath(named, io);
  const project = root ?? (await repositoryRoot(posix.dirname(absolute), io)) ?? io.cwd;
  if (!isWithin(project, absolute)) return;
  const scope = { roots: [project], allowOutside: allowOutside.map((place) => absolutePath(place, io)) };
  if (!("reason" in (await new ProjectReader(io.fileAccess, scope).inspect(absolute)))) return;
  throw new InputError(`${path} leads out of ${project} and is not written`, {
    hint: "a link or Git's own folder is on the way; --allow-outside permits a place outside",
  });
}
