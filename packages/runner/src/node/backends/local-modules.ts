import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const CODE = /\.[cm]?js$/;
/** As Node's `require` tries them; TypeScript's compiler writes `.js` for each. */
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".json", "/index.js", "/index.mjs", "/index.cjs"];
/** A text that is a relative path: what is imported, required, or read beside a module. */
const RELATIVE = /(["'`])(\.{1,2}\/[^"'`\n\\$]*)\1/g;

const MOST_MODULES = 2000;

/**
 * The files that modules need by relative paths, and those that they need in turn, with the modules themselves. It is
 * for watching them: a file too many does no harm, and what is imported by a computed name is not found.
 */
export function localModules(modules: readonly string[]): string[] {
  const found = new Set<string>();
  const pending = modules.filter(isFile);
  for (let file = pending.pop(); file !== undefined && found.size < MOST_MODULES; file = pending.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!CODE.test(file)) continue;
    for (const [, , path = ""] of textOf(file).matchAll(RELATIVE)) {
      const target = ENDINGS.map((ending) => resolve(dirname(file), path + ending)).find(isFile);
      if (target !== undefined) pending.push(target);
    }
  }
  return [...found];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
