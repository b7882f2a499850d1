/**
 * `virtual:runtime-source`: the runtime of rendered templates as text: the declaration of `runtime`.
 *
 * `emitModule` writes modules that run without this project, so it carries the runtime along as text. The text is
 * bundled from the sources at build time (and at test time), which keeps it from ever going stale.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const MODULE_ID = "virtual:runtime-source";
const ENTRY = fileURLToPath(new URL("../packages/compiler/src/runtime/index.ts", import.meta.url));

/**
 * Bundles the runtime.
 * @returns {Promise<{text: string, files: string[]}>} the text, and the files it was made of
 */
async function bundleRuntime() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    bundle: true,
    // An expression with one name: what the module exports must not be mixed up with what the emitted one does.
    format: "iife",
    globalName: "runtime",
    platform: "neutral",
    target: "es2022",
    minify: true,
    write: false,
    // The build that asks for the text reports what is wrong with it.
    logLevel: "silent",
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).map((file) => join(root, file));
  return { text: outputFiles[0].text, files };
}

const asModule = (text) => `export const runtimeSource = ${JSON.stringify(text)};\n`;

/** @returns {import("esbuild").Plugin} */
export function runtimeSourceForEsbuild() {
  return {
    name: "runtime-source",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:runtime-source$/ }, () => ({ path: MODULE_ID, namespace: "runtime-source" }));
      onLoad({ filter: /.*/, namespace: "runtime-source" }, async () => {
        const { text, files } = await bundleRuntime();
        return { contents: asModule(text), loader: "js", watchFiles: files };
      });
    },
  };
}

/** @returns {import("vite").Plugin} */
export function runtimeSourceForVite() {
  // Vite's convention: the NUL keeps other plugins from taking the identifier for a path.
  const resolvedId = `\0${MODULE_ID}`;
  return {
    name: "runtime-source",
    resolveId: (id) => (id === MODULE_ID ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      const { text, files } = await bundleRuntime();
      for (const file of files) this.addWatchFile(file);
      return asModule(text);
    },
  };
}
