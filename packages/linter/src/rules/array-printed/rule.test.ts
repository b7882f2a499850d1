import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { arrayPrinted } from "./rule.js";

it("finds what split, getBytes and their like give", () => {
  const source = `{ "foo": "$input.params('foo').split(',')", "b": "$input.body.getBytes()", "c": "$input.body.bytes" }`;
  expect(highlights(arrayPrinted, source)).toEqual([
    "$input.params('foo').split(',')",
    "$input.body.getBytes()",
    "$input.body.bytes",
  ]);
});

it("finds a variable that is one, also in a text that is put together", () => {
  const source = `#set($p = $input.body.split('&'))#set($q = $p){"a": "$q"}#set($t = "x $p")`;
  expect(highlights(arrayPrinted, source)).toEqual(["$q", "$p"]);
});

it("accepts its elements, its size, loops over it, and lists", () => {
  const source =
    "#set($p = $input.body.split('&'))$p[0] $p.size() $p.get(1) #foreach($e in $p)$e#end $input.params().keySet() " +
    "#set($x = $input.body.split(','))#set($x = $x[0])$x";
  expect(highlights(arrayPrinted, source)).toEqual([]);
});
