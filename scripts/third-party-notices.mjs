/**
 * What the published bundles carry of other packages, with their licences: read off esbuild's own account of each bundle, so
 * that nothing is forgotten and nothing listed that is not there.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Licences of what a package brings built, and does not name. */
const BUILT_IN = { "node_modules/@vscode/tree-sitter-wasm": "scripts/licences/tree-sitter-grammars.txt" };

/** Tables of ours that were made from the data of others. */
const TABLES = [
  {
    folder: "packages/compiler/src/runtime/character/",
    title: "Unicode Character Database 13.0 (Unicode-DFS-2016)",
    licence: "scripts/licences/unicode.txt",
  },
];

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

export class ThirdPartyNotices {
  /** The folders in `node_modules`, and those of `TABLES`, by the folder of ours that carries something of them. */
  #carried = new Map();
  #root;

  /** @param {string} root of the repository, which all builds have as `absWorkingDir` */
  constructor(root) {
    this.#root = root;
  }

  /** @returns {import("esbuild").Plugin} notes what each output of a build was made of */
  get plugin() {
    return {
      name: "third-party-notices",
      setup: ({ initialOptions, onEnd }) => {
        initialOptions.metafile = true;
        onEnd(({ metafile }) => {
          for (const [file, { inputs }] of Object.entries(metafile?.outputs ?? {})) this.add(file, Object.keys(inputs));
        });
      },
    };
  }

  /**
   * @param {string} output a file in `packages/NAME`, from the root
   * @param {readonly string[]} inputs what it holds, from the root
   */
  add(output, inputs) {
    const folder = /^packages\/[^/]+\//.exec(output)?.[0];
    if (folder === undefined) return;
    const carried = this.#carried.get(folder) ?? new Set();
    this.#carried.set(folder, carried);
    for (const file of inputs) {
      const home = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (home !== undefined && !home.includes("@apigw-vtl")) carried.add(home);
      const table = TABLES.find((each) => file.startsWith(each.folder));
      if (table !== undefined) carried.add(table.folder);
    }
  }

  /** Writes `dist/THIRD-PARTY-NOTICES.txt` of every package that was built. */
  write() {
    const rule = `\n\n${"-".repeat(80)}\n\n`;
    for (const [folder, carried] of this.#carried) {
      const notices = [...carried].sort().map((home) => this.#noticeOf(home));
      writeFileSync(join(this.#root, folder, "dist/THIRD-PARTY-NOTICES.txt"), `${notices.join(rule)}\n`);
    }
  }

  #noticeOf(home) {
    const table = TABLES.find((each) => each.folder === home);
    if (table !== undefined) return [table.title, this.#text(table.licence)].join("\n\n");
    const folder = join(this.#root, home);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    // A few packages name their licence and bring no text.
    const texts = readdirSync(folder).filter((file) => licenceFile.test(file));
    const read = texts.map((file) => this.#text(join(home, file)));
    if (BUILT_IN[home] !== undefined) read.push(this.#text(BUILT_IN[home]));
    return [`${name} ${version} (${license})`, ...read].join("\n\n");
  }

  #text(file) {
    return readFileSync(join(this.#root, file), "utf8").trim();
  }
}
