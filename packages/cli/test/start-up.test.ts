import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

const IMPORT = /(?:\bfrom|\bimport)\s*"\.\/([\w-]+\.js)"/g;

/** The files of the program that are read with one of them, before anything in it runs. */
function readWith(file: string, read = new Map<string, string>()): ReadonlyMap<string, string> {
  if (read.has(file)) return read;
  const text = readFileSync(DIST + file, "utf8");
  read.set(file, text);
  for (const [, imported = ""] of text.matchAll(IMPORT)) readWith(imported, read);
  return read;
}

/** The one file of a module that is loaded when it is needed. */
function chunkOf(module: string): string {
  const [file, ...others] = readdirSync(DIST).filter((name) => new RegExp(`^${module}-[A-Z0-9]{8}\\.js$`).test(name));
  if (file === undefined || others.length > 0) throw new Error(`not one file of ${module}`);
  return file;
}

/** Of the package that reads YAML. */
const YAML = 'Symbol.for("yaml.alias")';

describe("the program", () => {
  it("renders without reading YAML, and what definitions are read with", () => {
    expect([...readWith(chunkOf("render")).values()].filter((text) => text.includes(YAML))).toEqual([]);
  });

  it("lints with it", () => {
    const texts = [...readWith("lint-worker.js").values()];
    expect(texts.some((text) => text.includes(YAML))).toBe(true);
  });
});
