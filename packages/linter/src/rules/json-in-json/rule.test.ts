import { expect, it } from "vitest";
import { prove } from "../../prover/index.js";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { unescapedParamInJson } from "../unescaped-param-in-json/rule.js";
import { jsonInJson } from "./rule.js";

const FIX = `.replaceAll("\\\\'", "'")`;
const escaped = (value: string): string => `$util.escapeJavaScript(${value})${FIX}`;
const nested = (value: string): string => `{"input": "{\\"token\\": \\"${value}\\", \\"id\\": 1}"}`;

it.each(["$input.params('token')", escaped("$input.params('token')"), "$util.escapeJavaScript($input.path('$.t'))"])(
  "finds %s, and what it writes is proved",
  (value) => {
    const source = nested(value);
    expect(highlights(jsonInJson, source)).toEqual([value]);
    expect(prove(source).status).toBe("broken");
    const fixed = fixOf(jsonInJson, source);
    expect(prove(fixed).status).toBe("proved");
    expect(check(jsonInJson, fixed)).toEqual([]);
  },
);

it("finds a variable that is escaped once", () => {
  const source = `#set($t = ${escaped("$input.params('t')")})${nested("$t")}`;
  expect(highlights(jsonInJson, source)).toEqual(["$t"]);
  expect(prove(fixOf(jsonInJson, source)).status).toBe("proved");
});

it("accepts what is escaped twice, what needs no escaping, and JSON that is escaped once", () => {
  for (const value of [
    escaped(escaped("$input.params('t')")),
    "$context.requestId",
    "$util.base64Encode($input.body)",
  ]) {
    expect(check(jsonInJson, nested(value)), value).toEqual([]);
  }
  expect(check(jsonInJson, `{"input": "{\\"b\\": ${escaped("$input.json('$')")}}"}`)).toEqual([]);
});

it("accepts strings that are no JSON", () => {
  for (const source of [`{"a": "$input.params('t')"}`, `{"a": "say \\"$input.params('t')\\""}`]) {
    expect(check(jsonInJson, source), source).toEqual([]);
  }
});

it("is told of instead of what would be escaped once only", () => {
  expect(check(unescapedParamInJson, nested("$input.params('t')"))).toEqual([]);
});
