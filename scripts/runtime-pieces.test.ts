import { expect, it } from "vitest";
import * as runtime from "../packages/compiler/src/runtime/index.js";
import { bundleRuntime } from "./runtime-bundle.mjs";

it("has a piece for everything that the runtime exports", async () => {
  const { text } = await bundleRuntime();
  const { exports } = JSON.parse(text);
  expect(Object.keys(exports).sort()).toEqual(
    [...Object.keys(runtime), "findMethod", "invokeMethod", "methodTable", "optional"].sort(),
  );
});
