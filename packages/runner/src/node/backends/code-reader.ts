import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ProjectReader } from "@apigw-vtl/definitions";

/** What of a `ProjectReader` the code of functions is found with: it may lie only where that reads. */
export type CodeReader = Pick<ProjectReader, "inspect" | "read">;

/** Any file of this machine, for definitions that are the user's own. */
export const anyFile: CodeReader = {
  inspect: async (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    const kind = stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : stats ? "other" : "nothing";
    return { realPath: resolve(path), kind, size: stats?.size ?? 0 };
  },
  read: async (path) => readFileSync(path, "utf8"),
};
