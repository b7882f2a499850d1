import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/**
 * Runs a CommonJS file with the machine code that V8 made of it before, which is kept beside it: half of the time that
 * a small rendering takes is V8 reading the compiler. V8 knows its own caches (version and flags); the file's name has
 * a hash of its content. Where the folder cannot be written, everything works without.
 */
export function loadWithCodeCache(location: URL): unknown {
  const file = fileURLToPath(location);
  const cacheFile = `${file}.${process.version}-${process.arch}.cache`;
  const cachedData = readIfThere(cacheFile);
  const wrapped = `(function (exports, require, module) {${readFileSync(file, "utf8")}\n})`;
  const script = new Script(wrapped, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(file), loaded);
  if (cachedData === undefined || script.cachedDataRejected) {
    // At the end, when the functions that were used are compiled and become part of it.
    process.once("exit", () => writeCache(cacheFile, script));
  }
  return loaded.exports;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeCache(file: string, script: Script): void {
  try {
    // Two programs may start at once: nobody sees half a file.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, file);
  } catch {
    // A read-only folder: the next start is as slow as this one.
  }
}
