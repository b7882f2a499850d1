import { runtimeSource } from "virtual:runtime-source";
import { expect, it } from "vitest";
import * as runtime from "../packages/compiler/src/runtime/index.js";

it("declares everything that the runtime exports, and needs nothing else", () => {
  const declared = new Function(`"use strict";\n${runtimeSource}\nreturn runtime;`)();
  expect(Object.keys(declared).sort()).toEqual(Object.keys(runtime).sort());
});
