import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadWithCodeCache } from "./load-with-code-cache.js";

describe("loadWithCodeCache", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vtl-code-cache-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    const file = join(folder, "module-1.cjs");
    writeFileSync(file, text);
    return loadWithCodeCache(file, "test");
  };

  it("gives what the file exports", () => {
    expect(load("exports.answer = 42;")).toEqual({ answer: 42 });
  });

  it("lets the file require, and end in a comment", () => {
    expect(load('module.exports.sep = require("node:path").posix.sep; // end')).toEqual({ sep: "/" });
  });

  it("does without a cache that is of no use", () => {
    writeFileSync(join(folder, `module-1.cjs.${process.version}-${process.arch}.test.cache`), "not a cache");
    expect(load("exports.answer = 43;")).toEqual({ answer: 43 });
  });

  it("reads text beyond ASCII", () => {
    expect(load('exports.word = "Straße 東京";')).toEqual({ word: "Straße 東京" });
  });

  it("passes on what the file throws", () => {
    expect(() => load('throw new Error("from the file");')).toThrow("from the file");
  });
});
