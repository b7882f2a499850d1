/**
 * Libraries as ES modules and as CommonJS. The second is made of the first, not of the sources, whose reading is most of what
 * a build costs.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { asCommonJs } from "./as-common-js.mjs";

/** A package of ES modules has its CommonJS in a folder that says so. */
const COMMON_JS_FOLDER = "cjs";

/**
 * @param {string} folder
 * @param {import("esbuild").BuildOptions} options of ES modules
 * @param {{header?: string, footer?: string}} [around] what the ES modules alone begin and end with
 */
export async function buildForBothModuleSystems(folder, options, { header = "", footer = "" } = {}) {
  const required = join(folder, COMMON_JS_FOLDER);
  await mkdir(required, { recursive: true });
  await writeFile(join(required, "package.json"), '{ "type": "commonjs" }\n');
  /** @type {import("esbuild").BuildOptions & {write: false}} */
  const asModules = { ...options, outdir: folder, format: "esm", write: false };
  const { outputFiles } = await build(asModules);
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      await writeFile(path, `${header}${text}${footer}`);
      await writeFile(join(required, basename(path)), await asCommonJs(text));
    }),
  );
}
