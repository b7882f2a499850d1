import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ProjectReader, repositoryOf } from "@apigw-vtl/definitions";
import { nodeFiles } from "@apigw-vtl/lsp/node-files";
import type { TestHost } from "../run/test-host.js";

/**
 * The files of this machine, from the current folder on, for a template or definition that a test names, which an address
 * may follow: those of the repository that it is in, or of its folder. Definitions in Terraform, CDK and other programs
 * are not read.
 */
export function nodeHost(named: string): TestHost {
  const [path = ""] = named.split("#");
  const folder = dirname(nodeFiles.absolute(path));
  const reader = repositoryOf(folder, entriesOf).then(
    (root = folder) => new ProjectReader(nodeFiles, { roots: [root], allowOutside: [] }),
  );
  return {
    readFile: async (file) => (await reader).read(file),
    listFolder: async (place) => {
      const found = await (await reader).inspect(place);
      const entries = "reason" in found ? [] : await entriesOf(found.realPath);
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    },
    now: () => performance.now(),
  };
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
