import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("../packages/runner/src/page/", import.meta.url));

/**
 * Builds the page that `vtl serve` shows at `/_vtl`: `index.html`, `page.js` and `page.css`, which load nothing else.
 * @param {string} folder
 */
export async function buildPage(folder) {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { page: join(source, "main.ts") },
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  await build({
    entryPoints: [join(source, "page.css")],
    outdir: folder,
    bundle: true,
    minify: true,
    logLevel: "warning",
  });
  copyFileSync(join(source, "index.html"), join(folder, "index.html"));
}
