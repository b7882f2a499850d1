import { dirname, resolve } from "node:path";
import type { CodeReader } from "./code-reader.js";

const CODE = /\.[cm]?js$/;
/** As Node's `require` tries them; TypeScript's compiler writes `.js` for each. */
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".json", "/index.js", "/index.mjs", "/index.cjs"];
/** A text that is a relative path: what is imported, required, or read beside a module. */
const RELATIVE = /(["'`])(\.{1,2}\/[^"'`\n\\$]*)\1/g;

const MOST_MODULES = 2000;

/**
 * The files that modules need by relative paths, and those that they need in turn, with the modules themselves, as far
 * as `reader` reads them. It is for watching them: a file too many does no harm, and what is imported by a computed
 * name is not found.
 */
export async function localModules(modules: readonly string[], reader: CodeReader): Promise<string[]> {
  const isFile = async (path: string): Promise<boolean> => {
    const entry = await reader.inspect(path);
    return "kind" in entry && entry.kind === "file";
  };
  const found = new Set<string>();
  const pending = [...modules];
  for (let file = pending.pop(); file !== undefined && found.size < MOST_MODULES; file = pending.pop()) {
    if (found.has(file) || !(await isFile(file))) continue;
    found.add(file);
    const text = CODE.test(file) ? await reader.read(file) : undefined;
    if (typeof text !== "string") continue;
    for (const [, , path = ""] of text.matchAll(RELATIVE)) {
      for (const ending of ENDINGS) {
        const target = resolve(dirname(file), path + ending);
        if (!(await isFile(target))) continue;
        pending.push(target);
        break;
      }
    }
  }
  return [...found];
}
