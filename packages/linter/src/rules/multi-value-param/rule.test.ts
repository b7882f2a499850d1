import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { multiValueParam } from "./rule.js";

it("finds loops over a parameter, and its places", () => {
  const source =
    "#set($ids = $input.params('id'))#foreach($id in $ids)$id#end $ids[0] $input.params().querystring.id.size()";
  expect(highlights(multiValueParam, source)).toEqual(["$ids", "[0]", ".size()"]);
});

it("accepts split texts, maps of parameters, and multi-value variables", () => {
  const source = `#foreach($id in $input.params('id').split(","))$id#end#foreach($n in $input.params().header.keySet())$n#end#foreach($id in $method.request.multivaluequerystring.get('id'))$id#end`;
  expect(highlights(multiValueParam, source)).toEqual([]);
});
