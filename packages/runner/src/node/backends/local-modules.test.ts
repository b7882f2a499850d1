import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyFile } from "./code-reader.js";
import { localModules } from "./local-modules.js";

const FILES = {
  "api/orders.mjs": `import { table } from "../lib/db.js";
export { rules } from '../shared/rules/index.mjs';
import fs from "node:fs";
import aws from "@aws-sdk/client-dynamodb";
const later = () => import(\`./later.mjs\`);
const template = fs.readFileSync(new URL("../data/mail.txt", import.meta.url));`,
  "api/later.mjs": "",
  "api/other.mjs": "",
  "lib/db.js": `const base = require("./base"); const json = require("./config.json"); require("../lib/db.js"); require("./gone");`,
  "lib/base/index.js": `require("../../shared/rules")`,
  "lib/config.json": `{"a": "./ignored.js"}`,
  "lib/ignored.js": "",
  "shared/rules/index.mjs": "",
  "data/mail.txt": "'../lib/ignored.js'",
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-modules-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the modules of a handler", () => {
  it("are what it imports, requires and reads by relative paths, and what those do", async () => {
    const found = await localModules([join(folder, "api/orders.mjs")], anyFile);
    expect(found.map((file) => relative(folder, file)).sort()).toEqual([
      "api/later.mjs",
      "api/orders.mjs",
      "data/mail.txt",
      "lib/base/index.js",
      "lib/config.json",
      "lib/db.js",
      "shared/rules/index.mjs",
    ]);
  });

  it("of a handler that is not there are none", async () => {
    expect(await localModules([join(folder, "none.mjs")], anyFile)).toEqual([]);
  });
});
