import { expect, it } from "vitest";
import { check, highlights } from "../../testing/check-rule.js";
import { textAfterJson } from "./rule.js";

it("finds a semicolon or bracket behind the document", () => {
  expect(highlights(textAfterJson, '{"a": 1};\n')).toEqual([";"]);
  expect(highlights(textAfterJson, '{"a": {"b": 1}}}')).toEqual(["}"]);
});

it("finds members without braces", () => {
  expect(check(textAfterJson, `"error": $input.json('$.error')`)[0]?.message).toContain("without the braces");
});

it("accepts blanks, branches with a document each, and comments", () => {
  expect(highlights(textAfterJson, `#if($input.params('a') == ""){"a": 1}#else[2]#end\n## done\n`)).toEqual([]);
});

it("accepts what the host fills in behind it", () => {
  const holes = [{ start: 9, end: 14 }];
  expect(highlights(textAfterJson, '{"a": 1}\n<end>', { holes })).toEqual([]);
  expect(highlights(textAfterJson, '{"a": 1}\n<end>')).toEqual(["<"]);
});

it("accepts a document that a loop prints once", () => {
  const once = `#set($done = false)#foreach($i in $input.path('$.l'))#if(!$done){"a": 1}#set($done = true)#end#end`;
  expect(highlights(textAfterJson, once)).toEqual([]);
});

it("says nothing of a template that could not be read", () => {
  const unclosed = `#set($error = $util.parseJson($input.path('$.errorMessage')) {\n  "message": "$error.message"\n}`;
  expect(highlights(textAfterJson, unclosed)).toEqual([]);
});
