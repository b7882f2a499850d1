import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { contextMapPrinted } from "./rule.js";

it("finds maps that are printed", () => {
  const source =
    '{"a": "$context", "b": "$context.identity", "c": "$context.authorizer.claims", "d": "$context.authorizer"}';
  expect(highlights(contextMapPrinted, source)).toEqual([
    "$context",
    "$context.identity",
    "$context.authorizer.claims",
    "$context.authorizer",
  ]);
});

it("accepts members, loops, and a variable of that name", () => {
  const source = "$context.stage#foreach($k in $context.identity.keySet())$k=$context.identity.get($k)#end";
  expect(highlights(contextMapPrinted, source)).toEqual([]);
  expect(highlights(contextMapPrinted, "#set($context = $input.path('$'))$context")).toEqual([]);
});
