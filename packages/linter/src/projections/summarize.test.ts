import { expect, it } from "vitest";
import { truthyReferenceTest } from "../rules/truthy-reference-test/rule.js";
import { highlights } from "../testing/check-rule.js";

it.each([
  ["a list", "#set($l = [1, 2])#set($l[0] = $l)", "$l"],
  ["a map", "#set($m = {})#set($m.self = $m)", "$m.self"],
  ["a list by way of a map", '#set($l = [1])#set($m = {"l": $l})#set($l[0] = $m)', "$m.l"],
  ["a map by way of its values", "#set($m = {})#set($m.all = $m.values())", "$m.all"],
  ["a map by way of its entries", "#set($m = {})#set($m.all = $m.entrySet())", "$m.all"],
])("knows what a collection is that holds itself: %s", (_, made, tested) => {
  expect(highlights(truthyReferenceTest, `${made}#if(${tested})${tested}#end`)).toEqual([tested]);
});
