import { createRequire } from "node:module";
import { join } from "node:path";
import { loadWithCodeCache } from "./load-with-code-cache.js";

/** A module of the program, as `scripts/program-packs.mjs` writes it. */
type Chunk = (
  module: { exports: unknown },
  exports: unknown,
  require: (id: string) => unknown,
  /** Of the pack, beside which lies what is published with the program. */
  filename: string,
  dirname: string,
) => void;

type Pack = Readonly<Record<string, Chunk>>;

/**
 * Gives the `require` of the program's modules.
 * @param folder where the packs lie
 * @param packs their names: a later one is read when those before have no such module
 * @param use what the program runs for; uses that differ compile other functions, and have code caches of their own
 */
export function loadProgram(folder: string, packs: readonly string[], use: string): (id: string) => unknown {
  const requireOfNode = createRequire(join(folder, "/"));
  const unread = [...packs];
  const read: { readonly pack: Pack; readonly file: string }[] = [];
  const loaded = new Map<string, { exports: unknown }>();

  const readNext = (name: string) => {
    const file = join(folder, name);
    read.push({ pack: loadWithCodeCache(file, use) as Pack, file });
  };

  const require = (id: string): unknown => {
    if (!id.startsWith("./")) return requireOfNode(id);
    const known = loaded.get(id);
    if (known !== undefined) return known.exports;
    const name = id.slice("./".length);
    let found = read.find(({ pack }) => Object.hasOwn(pack, name));
    while (found === undefined) {
      const next = unread.shift();
      if (next === undefined) throw new Error(`the program has no module ${name}`);
      readNext(next);
      found = read.find(({ pack }) => Object.hasOwn(pack, name));
    }
    const module = { exports: {} };
    // Before it runs: modules import each other in circles.
    loaded.set(id, module);
    found.pack[name]?.(module, module.exports, require, found.file, folder);
    return module.exports;
  };
  return require;
}
