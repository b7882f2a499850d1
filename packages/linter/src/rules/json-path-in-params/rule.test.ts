import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { jsonPathInParams } from "./rule.js";

it("finds a path where a name belongs", () => {
  expect(highlights(jsonPathInParams, "$input.params('$.num2') $input.params('$')")).toEqual(["'$.num2'", "'$'"]);
});

it("accepts names and paths in their places", () => {
  expect(highlights(jsonPathInParams, "$input.params('$filter') $input.params('a.b') $input.path('$.num2')")).toEqual(
    [],
  );
});
