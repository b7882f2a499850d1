import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { FunctionDefinition } from "@apigw-vtl/definitions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyFile } from "./code-reader.js";
import { findHandler } from "./find-handler.js";

let base: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "vtl-handler-"));
  for (const path of ["src/app.mjs", "ts/app.ts", ".aws-sam/build/Built/app.js"]) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), "");
  }
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

const definition = (parts: Partial<FunctionDefinition>): FunctionDefinition => ({
  name: "f",
  environment: {},
  ...parts,
});

describe("the code of a function", () => {
  it.each<[string, Partial<FunctionDefinition>, string]>([
    ["in the folder of its code", { codeUri: "src/", handler: "app.get" }, "src/app.mjs"],
    ["in a folder that its handler names", { handler: "src/app.get" }, "src/app.mjs"],
    [
      "among what SAM has built, under its logical id",
      { logicalId: "Built", codeUri: "ts", handler: "app.get" },
      ".aws-sam/build/Built/app.js",
    ],
    [
      "there under its name, if that is its logical id",
      { name: "Built", codeUri: "ts", handler: "app.get" },
      ".aws-sam/build/Built/app.js",
    ],
  ])("is %s", async (_where, parts, file) => {
    const found = await findHandler(definition(parts), base, anyFile);
    expect(found).toEqual({ kind: "file", file: join(base, file), handler: "get" });
  });

  it.each<[Partial<FunctionDefinition>, string | undefined]>([
    [{ runtime: "python3.12", handler: "app.get" }, "the runtime python3.12 does not run here"],
    [{ runtime: "nodejs20.x", codeUri: "ts", handler: "app.get" }, "ts/app.ts has to be built first"],
    [{ codeUri: "src", handler: "other.get" }, "there is no other.js in src"],
    [{}, undefined],
  ])("is not here, and why: %j", async (parts, reason) => {
    const found = await findHandler(definition(parts), base, anyFile);
    const folder = `${relative(process.cwd(), base)}/`;
    expect(found.kind === "file" ? found : found.reason?.replace(folder, "")).toBe(reason);
    expect(found.kind).toBe("none");
  });
});
