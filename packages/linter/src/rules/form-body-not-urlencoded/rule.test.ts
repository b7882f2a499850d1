import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { formBodyNotUrlencoded } from "./rule.js";

it("finds values that are not encoded", () => {
  const source = "Action=SendMessage&MessageBody=$input.body&MessageGroupId=$input.params('g')";
  expect(highlights(formBodyNotUrlencoded, source)).toEqual(["$input.body", "$input.params('g')"]);
});

it("finds variables, and JSON that is put together", () => {
  const source = `#set($m = "{""a"": $input.json('$.a')}")Action=Publish&Message=$m&Subject=$util.escapeJavaScript($input.body)`;
  expect(highlights(formBodyNotUrlencoded, source)).toEqual(["$m", "$util.escapeJavaScript($input.body)"]);
});

it("accepts encoded values, the service's own, and other documents", () => {
  const source =
    "Action=SendMessage&MessageBody=$util.urlEncode($input.body)&Id=$context.requestId&Data=$util.urlEncode($input.params('d'))";
  expect(highlights(formBodyNotUrlencoded, source)).toEqual([]);
  expect(highlights(formBodyNotUrlencoded, '{"a": $input.body}')).toEqual([]);
});

it("encodes them", () => {
  expect(fixOf(formBodyNotUrlencoded, "Action=A&B=${input.body}")).toBe("Action=A&B=$util.urlEncode($input.body)");
});
