import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The editors of pages, which are installed apart: `npm ci --prefix packages/lsp/browser-test/pages`. */
const pages = pathOf("pages/");
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };

/** Whether pages can be driven, which they must be in CI. */
export function canDrivePages(): boolean {
  const missing = [CHROMIUM, `${pages}node_modules`].filter((path) => !existsSync(path));
  if (missing.length === 0) return true;
  const how = `${missing.join(" and ")} missing: .ci/install-browser and "npm ci --prefix packages/lsp/browser-test/pages"`;
  if (process.env.CI) throw new Error(how);
  console.warn(`The editors in pages are left out. ${how}.`);
  return false;
}

/** The programs of a page in `docs/editors`: what is documented is what is tested. */
export function documentedPrograms(name: string): readonly string[] {
  const text = readFileSync(pathOf(`../../../docs/editors/${name}`), "utf8");
  return Array.from(text.matchAll(/```js\n([\s\S]*?)```/g), ([, program = ""]) => program);
}

export interface EditorPage {
  readonly page: Page;
  /** What the page has complained about. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/**
 * Opens a page with a program, bundled, that makes an editor of a template in `main`; what it declares under the names in
 * `exposed` is there for the test as globals. Loading the page anew begins from the start.
 */
export async function openEditorPage(
  program: string,
  template: string,
  exposed: readonly string[],
): Promise<EditorPage> {
  const served = await bundle(`${program}\nObject.assign(globalThis, { ${exposed.join(", ")} });\n`);
  const html = `<!DOCTYPE html><meta charset="utf-8"><title>editor</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<textarea hidden>${template.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</textarea>
<main style="height: 400px"></main><script type="module" src="/page.js"></script>`;
  served.set("/", Buffer.from(html));
  const server = await serve(served);
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    page,
    complaints,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** The files that the page loads, by path. */
async function bundle(program: string): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: pages, sourcefile: "page.js" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    outfile: "/page.js",
    loader: { ".ttf": "dataurl" },
    logLevel: "warning",
  });
  const files = new Map<string, Uint8Array>([["/page.css", new Uint8Array()]]);
  for (const { path, contents } of outputFiles) files.set(path, contents);
  if (program.includes("/editor.worker.js")) {
    const worker = await build({
      stdin: { contents: 'import "monaco-editor/editor/editor.worker.js";', resolveDir: pages },
      bundle: true,
      write: false,
      format: "iife",
      target: "es2022",
      logLevel: "warning",
    });
    files.set("/editor.worker.js", worker.outputFiles[0]?.contents ?? new Uint8Array());
  }
  return files;
}

/** Serves these files, and under `/vtl/` those of the built server. */
async function serve(files: ReadonlyMap<string, Uint8Array>): Promise<Server> {
  const server = createServer(({ url = "/" }, response) => {
    const built = url.startsWith("/vtl/") ? pathOf(`../dist/${url.slice("/vtl/".length)}`) : undefined;
    const body = files.get(url) ?? (built !== undefined && existsSync(built) ? readFileSync(built) : undefined);
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader("content-type", TYPES[url.split(".").at(-1) ?? ""] ?? "text/html");
    response.end(body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
