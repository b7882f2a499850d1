/**
 * The compiler as one CommonJS file beside the program, loaded with V8's code cache (see
 * `packages/cli/src/code-cache`), and a plugin that makes every import of the compiler one of that file.
 */
import { basename, join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the compiler.
 * @param {{root: string, entry: string, folder: string, plugins?: import("esbuild").Plugin[]}} settings
 * @returns {Promise<{file: string, names: string[]}>} the file's name, and what it exports
 */
export async function buildCachedCompiler({ root, entry, folder, plugins = [] }) {
  /** @type {import("esbuild").BuildOptions & {metafile: true}} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    target: "es2022",
    mainFields: ["module", "main"],
    plugins,
    metafile: true,
    entryPoints: { compiler: entry },
    outdir: folder,
  };
  const [bundle, asModule] = await Promise.all([
    build({
      ...common,
      format: "cjs",
      platform: "neutral",
      entryNames: "[name]-[hash]",
      outExtension: { ".js": ".cjs" },
    }),
    // Only an ES module says what it exports.
    build({ ...common, format: "esm", platform: "neutral", write: false }),
  ]);
  const [output] = Object.keys(bundle.metafile.outputs);
  const [described] = Object.values(asModule.metafile.outputs);
  return { file: basename(join(root, output)), names: described.exports };
}

/**
 * @param {{file: string, names: string[]}} compiler
 * @param {{loader: string, direct: string}} places the function that loads it; the sources, for `terminal/`, which
 *   needs a line index and nothing else
 * @returns {import("esbuild").Plugin}
 */
export function cachedCompiler({ file, names }, { loader, direct }) {
  return {
    name: "cached-compiler",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@apigw-vtl\/compiler(\/emit-module)?$/ }, ({ importer }) =>
        /[\\/]terminal[\\/]/.test(importer) ? { path: direct } : { path: file, namespace: "cached-compiler" },
      );
      onLoad({ filter: /.*/, namespace: "cached-compiler" }, () => ({
        contents: `import { loadWithCodeCache } from ${JSON.stringify(loader)};
          const compiler = loadWithCodeCache(new URL(${JSON.stringify(`./${file}`)}, import.meta.url));
          ${names.map((name) => `export const ${name} = compiler.${name};`).join("\n")}`,
        resolveDir: loader.replace(/[\\/][^\\/]*$/, ""),
      }));
    },
  };
}
