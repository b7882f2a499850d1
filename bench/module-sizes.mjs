import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { thisBuild } from "./builds.mjs";
import { putItem } from "./shapes/put-item.mjs";

const CORPUS = fileURLToPath(new URL("../../shared/corpus/templates.jsonl", import.meta.url));

/** How many bytes a module has when it is minified. */
export const minifiedBytes = (code) => Buffer.byteLength(transformSync(code, { minify: true, format: "esm" }).code);

/**
 * How large the modules of templates are, in kilobytes when minified: of the small PutItem, and of all templates of the
 * corpus that the service takes, where it is at hand.
 * @returns {Promise<{putItem: number, corpus: number[]}>}
 */
export async function moduleSizes() {
  const { emitModule, parse } = await import(pathToFileURL(thisBuild.compiler).href);
  const sizeOf = (template) => minifiedBytes(emitModule(template).code) / 1000;
  const lines = existsSync(CORPUS) ? readFileSync(CORPUS, "utf8").trim().split("\n") : [];
  const templates = lines.map((line) => JSON.parse(line).template);
  const valid = templates.filter((each) => parse(each).diagnostics.every(({ severity }) => severity !== "error"));
  return { putItem: sizeOf(putItem.template), corpus: valid.map(sizeOf) };
}
