import { readdir, readFile, stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { LARGEST_FILE } from "@apigw-vtl/definitions";
import type { TestHost } from "../run/test-host.js";

/** The files of this machine, from the current folder on. Definitions in Terraform, CDK and other programs are not read. */
export function nodeHost(): TestHost {
  return {
    readFile: async (path) => {
      const absolute = absolutePath(path);
      const found = await stat(absolute).catch(() => undefined);
      if (found === undefined) return undefined;
      if (!found.isFile()) return { reason: "no-file", message: `${path} is no file` };
      if (found.size > LARGEST_FILE) return { reason: "too-large", message: `${path} is too large` };
      return readFile(absolute, "utf8");
    },
    listFolder: async (folder) => {
      const entries = await readdir(absolutePath(folder), { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    },
    now: () => performance.now(),
  };
}

function absolutePath(path: string): string {
  return isAbsolute(path) ? path : resolve(process.cwd(), path);
}
