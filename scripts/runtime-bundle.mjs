/**
 * `virtual:runtime-pieces`: the runtime of rendered templates, in pieces (`runtime-pieces.mjs`), as text.
 *
 * `emitModule` writes modules that run without this project, so it carries the runtime along as text. The text is
 * bundled from the sources at build time (and at test time), which keeps it from ever going stale.
 */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { takeApart } from "./runtime-pieces.mjs";

const MODULE_ID = "virtual:runtime-pieces";
const RUNTIME = fileURLToPath(new URL("../packages/compiler/src/runtime", import.meta.url));

/** What generated code calls, and functions by which the calls and tables of Java methods are known. */
const ENTRY = `
  export * from "./index.js";
  export { methodTable } from "./classes/method-table.js";
  export { findMethod, invokeMethod } from "./classes/method-lookup.js";
  export { optional } from "./optional.js";
`;

/** Long names of members that the runtime alone knows, and nowhere as a text: they are short in it. */
const INTERNAL = [
  ...["className", "copyList", "copyMap", "copyNumber", "elementClass", "left", "look", "takePortion"],
  ...["checkLength", "contextRoot", "event", "failure", "maxOutput", "maxSteps", "time", "variableMap"],
  ...["bracketDepth", "jsonText", "position", "significand"],
  ...["exponent", "fraction", "significantBits", "unscaled"],
];

const aName = `(?:${INTERNAL.join("|")})`;

/**
 * Bundles the runtime.
 * @returns {Promise<{text: string, files: string[]}>} its pieces as JSON, and the files it was made of
 */
export async function bundleRuntime() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: ENTRY, resolveDir: RUNTIME, sourcefile: join(relative(root, RUNTIME), "entry.js") },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    minify: true,
    mangleProps: new RegExp(`^${aName}$`),
    write: false,
    // The build that asks for the text reports what is wrong with it.
    logLevel: "silent",
    metafile: true,
    plugins: [namesApart],
  });
  const [said] = new RegExp(`["'\`]${aName}["'\`]`).exec(outputFiles[0].text) ?? [];
  if (said !== undefined) throw new Error(`The runtime looks for ${said}, which is called something else in it.`);
  const files = Object.keys(metafile.inputs).map((file) => join(root, file));
  const nothing = (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value);
  return { text: JSON.stringify(takeApart(outputFiles[0].text), nothing), files };
}

/** Stands for the names of characters, which the compiler has anyway: they need not be in the text once more. */
const NAMES = "names of characters";

const namesFile = join(RUNTIME, "character/names.data.ts");

/** @type {import("esbuild").Plugin} */
const namesApart = {
  name: "names-apart",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]names\.data\.ts$/ }, () => ({
      contents: `export const packedNames = () => ${JSON.stringify(NAMES)};`,
    }));
  },
};

const asModule = (text) => `
  import { packedNames } from ${JSON.stringify(namesFile)};
  const names = () => JSON.stringify(\`(\${JSON.stringify(packedNames())})\`).slice(1, -1);
  export const runtimeText = () => ${JSON.stringify(text)}.replace('\\\\"${NAMES}\\\\"', names);
`;

/** @returns {import("esbuild").Plugin} makes the text once, for all builds that have it */
export function runtimeForEsbuild() {
  let bundled;
  return {
    name: "runtime-pieces",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:runtime-pieces$/ }, () => ({ path: MODULE_ID, namespace: "runtime-pieces" }));
      onLoad({ filter: /.*/, namespace: "runtime-pieces" }, async () => {
        bundled ??= bundleRuntime();
        const { text } = await bundled;
        return { contents: asModule(text), loader: "js", resolveDir: RUNTIME };
      });
    },
  };
}

/** @returns {import("vite").Plugin} */
export function runtimeForVite() {
  // Vite's convention: the NUL keeps other plugins from taking the identifier for a path.
  const resolvedId = `\0${MODULE_ID}`;
  return {
    name: "runtime-pieces",
    resolveId: (id) => (id === MODULE_ID ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      const { text, files } = await bundleRuntime();
      for (const file of files) this.addWatchFile(file);
      return asModule(text);
    },
  };
}
