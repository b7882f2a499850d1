import { readdir } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { ProjectReader, repositoryOf } from "@apigw-vtl/definitions";
import { grammarsIn, nodeFiles } from "@apigw-vtl/lsp/node-files";
import type { TestHost } from "../run/test-host.js";

/** Beside the ES module, and above the one of CommonJS. One for all hosts: grammars are kept by their loader. */
const loadGrammar = grammarsIn(new URL("./", import.meta.url), new URL("../", import.meta.url));

/**
 * The files of this machine, from the current folder on, for a template or definition that a test names, which an address
 * may follow: those of the repository that it is in, or of its folder.
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
    loadGrammar,
    now: () => performance.now(),
  };
}

/** A file as tests name it: from the current folder on, if it is below it. */
export function fromCurrentFolder(path: string): string {
  const below = relative(process.cwd(), path).replaceAll("\\", "/");
  return below.startsWith("../") ? path : below;
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
