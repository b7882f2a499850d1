import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { propertyOfString } from "./rule.js";

it("finds members of $input.json, of $input.body and of escaped text", () => {
  expect(highlights(propertyOfString, "$input.json('$').id $input.body.name")).toEqual([".id", ".name"]);
  const escaped = "#set($data = $util.escapeJavaScript($input.json('$')))$data.id";
  expect(highlights(propertyOfString, escaped)).toEqual([".id"]);
});

it("accepts members of objects and methods of text", () => {
  const source =
    "$input.path('$').id $util.parseJson($input.body).name $input.json('$.a').length() $input.body.empty $input.params().get('path')";
  expect(highlights(propertyOfString, source)).toEqual([]);
});
