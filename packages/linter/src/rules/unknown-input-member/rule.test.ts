import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { unknownInputMember } from "./rule.js";

it("finds members that do not exist, and calls that are none", () => {
  expect(
    highlights(
      unknownInputMember,
      "$input.header('X') $input.querystring.q $input.json $input.body() $input.params.q $input.getBody",
    ),
  ).toEqual([
    "$input.header('X')",
    "$input.querystring",
    "$input.json",
    "$input.body()",
    "$input.params",
    "$input.getBody",
  ]);
});

it("accepts the members, and what every object has", () => {
  expect(
    highlights(
      unknownInputMember,
      "$input.path('$') $input.json('$') $input.params() $input.params('q') $input.body $input.getBody() $input.class $input.toString() $input",
    ),
  ).toEqual([]);
});

it("leaves calls that cannot be read to the parser", () => {
  expect(highlights(unknownInputMember, String.raw`$input.json(\"$\")`)).toEqual([]);
});
