import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { interpolationInSingleQuotes } from "./rule.js";

it("finds references to variables that exist", () => {
  expect(highlights(interpolationInSingleQuotes, "#set($id = 1)#set($key = 'user-$id')")).toEqual(["'user-$id'"]);
  expect(highlights(interpolationInSingleQuotes, "#set($key = '${context.requestId}')")).toHaveLength(1);
});

it("accepts JSONPath, unknown names and double quotes", () => {
  const source = `#set($id = 1)$input.path('$id')#set($a = '$unknown')#set($b = "$id")#set($c = '$')`;
  expect(highlights(interpolationInSingleQuotes, source)).toEqual([]);
});

it("changes the quotes and doubles those inside", () => {
  expect(fixOf(interpolationInSingleQuotes, `#set($id = 1)#set($x = '{"id": "$id"}')`)).toBe(
    `#set($id = 1)#set($x = "{""id"": ""$id""}")`,
  );
});
