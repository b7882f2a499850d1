import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadProgram } from "./load-program.js";

describe("loadProgram", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vtl-program-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const pack = (name: string, modules: Readonly<Record<string, string>>) => {
    const functions = Object.entries(modules).map(([module, code]) => {
      return `${JSON.stringify(module)}(module, exports, require, __filename, __dirname) {${code}}`;
    });
    writeFileSync(join(folder, name), `module.exports = {${functions.join(",")}};`);
  };
  const load = (packs: readonly string[], id: string) => loadProgram(folder, packs, "test")(id);

  it("runs a module once, with those that it requires", () => {
    pack("a.cjs", {
      "main.js": 'exports.twice = [require("./part.js"), require("./part.js")];',
      "part.js": "globalThis.vtlParts = (globalThis.vtlParts ?? 0) + 1; module.exports = globalThis.vtlParts;",
    });
    expect(load(["a.cjs"], "./main.js")).toEqual({ twice: [1, 1] });
  });

  it("reads a pack when the ones before lack a module, and not sooner", () => {
    pack("a.cjs", { "main.js": 'exports.here = 1; exports.later = () => require("./other.js").there;' });
    const main = load(["a.cjs", "b.cjs"], "./main.js") as { here: number; later: () => number };
    expect(main.here).toBe(1);
    pack("b.cjs", { "other.js": 'exports.there = require("./main.js").here + 1;' });
    expect(main.later()).toBe(2);
  });

  it("lets modules import each other", () => {
    pack("a.cjs", {
      "main.js": 'exports.name = () => "main"; exports.other = require("./other.js").name();',
      "other.js": 'const main = require("./main.js"); exports.name = () => "other of " + main.name();',
    });
    expect(load(["a.cjs"], "./main.js")).toMatchObject({ other: "other of main" });
  });

  it("hands Node's modules through, and the pack's place", () => {
    pack("a.cjs", {
      "main.js": 'exports.sep = require("node:path").posix.sep; exports.place = [__dirname, __filename];',
    });
    expect(load(["a.cjs"], "./main.js")).toEqual({ sep: "/", place: [folder, join(folder, "a.cjs")] });
  });

  it("says which module is missing", () => {
    pack("a.cjs", {});
    expect(() => load(["a.cjs"], "./none.js")).toThrow("the program has no module none.js");
  });
});
