/**
 * The command line's program as a few CommonJS files: esbuild splits it into some hundred chunks, so that a command loads
 * what it needs; opened one by one they take longer than many a command. A pack holds chunks as functions by their
 * names, none of which is compiled before it is called, and is loaded with V8's code cache by
 * `packages/cli/src/code-cache/load-program.ts`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { asCommonJs } from "./as-common-js.mjs";

/**
 * Writes the packs: the first of what the sources named `first` load before anything else is asked for, the second of the
 * rest.
 * @param {import("esbuild").BuildResult<{write: false, metafile: true}>} result of a build that splits ES modules
 * @param {{folder: string, first: readonly string[]}} settings
 * @returns {Promise<string[]>} their names, which change with their content
 */
export async function writePacks({ outputFiles, metafile }, { folder, first }) {
  const early = reachedFrom(first, metafile.outputs);
  const chunks = await Promise.all(
    outputFiles.map(async ({ path, text }) => ({ name: basename(path), code: await asCommonJs(text) })),
  );
  // A fresh clone has no folder for them yet.
  mkdirSync(folder, { recursive: true });
  return [true, false].map((isFirst) => {
    const packed = chunks.filter(({ name }) => early.has(name) === isFirst);
    const text = `module.exports={${packed.map(({ name, code }) => functionOf(name, code)).join(",\n")}};\n`;
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const file = `${isFirst ? "program" : "commands"}-${hash}.cjs`;
    writeFileSync(join(folder, file), text);
    return file;
  });
}

/** The chunks of these sources, and what they import at once. */
function reachedFrom(sources, outputs) {
  const reached = new Set();
  const reach = (path) => {
    if (reached.has(basename(path))) return;
    reached.add(basename(path));
    for (const { path: imported, kind } of outputs[path].imports)
      if (kind === "import-statement" && outputs[imported]) reach(imported);
  };
  for (const source of sources) {
    const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
    if (path === undefined) throw new Error(`${source} is no chunk of the program`);
    reach(path);
  }
  return reached;
}

const functionOf = (name, code) => `${JSON.stringify(name)}(module,exports,require,__filename,__dirname){${code}}`;
