import { expect, it } from "vitest";
import { prove } from "../prove.js";

const KIND = "$input.params('kind')";

function statusOf(template: string): string {
  return prove(template, { output: "json" }).status;
}

it("proves a text that is printed only if it is on a list", () => {
  expect(statusOf(`#set($l = ["a", "b"])#if($l.contains(${KIND})){"kind": "${KIND}"}#{else}{}#end`)).toBe("proved");
  expect(statusOf(`#set($l = ["a"])#if($l.contains(${KIND})){}#{else}{"kind": "${KIND}"}#end`)).toBe("broken");
  expect(statusOf(`#set($k = ${KIND})#set($l = ["1"])#if(!$l.contains($k))#set($k = "0")#end{"kind": $k}`)).toBe(
    "proved",
  );
});

it("proves a text that is printed only if it is a key of a map", () => {
  const map = '#set($m = {"asc": true})#set($x = $m.put("desc", false))';
  expect(statusOf(`${map}#if($m.containsKey("${KIND}")){"kind": "${KIND}"}#{else}{}#end`)).toBe("proved");
  expect(
    statusOf(`${map}#set($x = $m.put(${KIND}, 1))#if($m.containsKey(${KIND})){"kind": "${KIND}"}#{else}{}#end`),
  ).toBe("broken");
});

it("proves a text that is printed only if it matches one of some", () => {
  expect(statusOf(`#if(${KIND}.matches("asc|desc")){"kind": "${KIND}"}#{else}{}#end`)).toBe("proved");
  expect(statusOf(`#if(${KIND}.matches("^(1|2)$")){"kind": ${KIND}}#{else}{}#end`)).toBe("proved");
  expect(statusOf(`#if(${KIND}.matches("(?i)asc|desc")){"kind": "${KIND}"}#{else}{}#end`)).toBe("proved");
});

it("proves a text that is printed only if it is another in any case", () => {
  expect(statusOf(`#if(${KIND}.equalsIgnoreCase("asc")){"kind": "${KIND}"}#{else}{}#end`)).toBe("proved");
  expect(statusOf(`#if(${KIND}.equalsIgnoreCase('"')){"kind": "${KIND}"}#{else}{}#end`)).toBe("broken");
});

it("knows what else a list may hold", () => {
  const list = (item: string) => `#set($l = ["a"])#set($x = $l.add(${item}))`;
  const printed = `#if($l.contains(${KIND})){"kind": "${KIND}"}#{else}{}#end`;
  expect(statusOf(list('"b"') + printed)).toBe("proved");
  expect(statusOf(list("'\"'") + printed)).toBe("broken");
  expect(statusOf(list(KIND) + printed)).toBe("broken");
});
