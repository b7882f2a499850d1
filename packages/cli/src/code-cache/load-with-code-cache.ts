import { isAscii } from "node:buffer";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { ExitCode } from "../exit-code.js";

/**
 * Runs a CommonJS file with the code that V8 made of it before, which is kept beside it: half of the time that a small
 * rendering takes is V8 reading the program. V8 knows its own caches (version and flags); the file's name has a hash of
 * its content. The first run may have done little, so one that takes twice as long keeps what it compiled instead. Where
 * the folder cannot be written, everything works without. Whoever could put a bad cache there could replace the program.
 * @param file its path
 * @param use runs that compile the same functions: letters only, since it becomes part of the cache's name
 * @returns what it exports
 */
export function loadWithCodeCache(file: string, use: string): unknown {
  const cacheFile = `${file}.${process.version}-${process.arch}.${use}.cache`;
  const cache = readCache(cacheFile);
  const bytes = readFileSync(file);
  // As UTF-8 it takes longer to decode, and all that is done with it afterwards too.
  const wrapped = `(function (exports, require, module) {${bytes.toString(isAscii(bytes) ? "latin1" : "utf8")}\n})`;
  const script = new Script(wrapped, { filename: file, ...(cache && { cachedData: cache.code }) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(file), loaded);
  const worthTime = cache === undefined || script.cachedDataRejected ? 0 : 2 * cache.time;
  // At the end, when the functions that were used are compiled and become part of it. One that was used wrongly has not
  // come far.
  process.once("exit", (code) => {
    const time = process.cpuUsage().user;
    if (code !== ExitCode.usage && time >= worthTime) writeCache(cacheFile, script, time);
  });
  return loaded.exports;
}

interface CodeCache {
  readonly code: Buffer;
  /** Microseconds of processor time that the run took of which it is. */
  readonly time: number;
}

/** The time lies behind the code, which V8 wants aligned. */
const TIME_SIZE = 8;

function readCache(file: string): CodeCache | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.length - TIME_SIZE;
    return { code: bytes.subarray(0, end), time: bytes.readDoubleLE(end) };
  } catch {
    return undefined;
  }
}

function writeCache(file: string, script: Script, time: number): void {
  try {
    const end = Buffer.alloc(TIME_SIZE);
    end.writeDoubleLE(time);
    // Two programs may start at once: nobody sees half a file.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([script.createCachedData(), end]));
    renameSync(unfinished, file);
  } catch {
    // A read-only folder: the next start is as slow as this one.
  }
}
