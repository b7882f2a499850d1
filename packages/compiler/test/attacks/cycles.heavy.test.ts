import { describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

const selfMap = "#set($m = {})#set($x = $m.put('a', $m))";
const selfList = "#set($l = [])#set($x = $l.add($l))";
const two = "#set($m = {})#set($n = {'m': $m})#set($m.n = $n)";

describe("a map or list that contains itself", () => {
  it.each([
    ["prints", `${selfMap}$m`, "{a=(this Map)}"],
    ["prints", `${selfList}$l`, "[(this Collection)]"],
    ["prints as its own key", "#set($m = {})#set($x = $m.put($m, $m))$m", "{(this Map)=(this Map)}"],
    [
      "prints in its views",
      `${selfMap}$m.keySet() $m.values() $m.entrySet()`,
      "[a] [{a=(this Map)}] [a={a=(this Map)}]",
    ],
    ["is found in itself", `${selfList}$l.contains($l) $l.indexOf($l) $l.remove($l)`, "true 0 true"],
    ["has no hash", `${selfMap}$m.hashCode()`, "!limit-depth"],
    ["has no hash", `${selfList}$l.hashCode()`, "!limit-depth"],
    ["equals itself", `${selfMap}$m.equals($m)`, "true"],
    ["cannot be compared", `${selfMap}#set($n = {})#set($x = $n.put('a', $n))$m.equals($n)`, "!limit-depth"],
    ["cannot be compared by ==", `${selfList}#set($k = [])#set($x = $k.add($k))#if($l == $k)y#end`, "!limit-depth"],
    ["cannot be a key", `${selfList}#set($m = {})#set($x = $m.put($l, 1))$m.get($l)`, "!limit-depth"],
  ])("%s: %s", (_, template, result) => {
    expect(outcome(template)).toBe(result);
  });

  it("in the payload: has no JSON and no end below `..`", () => {
    const template = "#set($d = $input.path('$'))#set($d.a = $d)";
    expect(outcome(`${template}$input.json('$')`, { body: "{}" })).toBe("!limit-depth");
    expect(outcome(`${template}$input.json('$..b')`, { body: "{}" })).toMatch(/^!/);
    expect(outcome(`${template}$d.a.a.a.b`, { body: '{"b":1}' })).toBe("1");
  });

  it("in a list of the payload, which prints as JSON", () => {
    expect(outcome("#set($d = $input.path('$'))#set($x = $d.add($d))$d", { body: "[]" })).toBe("!limit-depth");
  });

  it("over two steps: has no text", () => {
    expect(outcome(`${two}$m`)).toBe("!limit-depth");
    expect(outcome(`${two}$m.hashCode()`)).toBe("!limit-depth");
    expect(outcome(`${two}$m.n.m.n.size()`)).toBe("1");
  });

  it("in $context and its overrides", () => {
    expect(outcome("#set($context.a = $context)$context.a.a.stage", { context: { stage: "x" } })).toMatch(
      /^(x|!limit-depth)$/,
    );
    expect(outcome(`${selfList}#set($context.responseOverride.header.x = $l)x`)).toMatch(/^(x|!limit-depth)$/);
    expect(outcome("#set($context.responseOverride.header = $context)x")).toMatch(/^(x|!limit-depth)$/);
  });
});

describe("a list that contains another twice, which contains another twice, a hundred times over", () => {
  const twice = (first: string) => `#set($l = ${first})#foreach($i in [1..100])#set($l = [$l, $l])#end`;
  const twiceAsMap = "#set($l = {})#foreach($i in [1..100])#set($n = {'a': $l, 'b': $l})#set($l = $n)#end";

  it.each([
    ["printed", `${twice("[1]")}$l`],
    ["hashed", `${twice("[1]")}$l.hashCode()`],
    ["compared", `${twice("[1]")}#set($k = $l)${twice("[1]")}$l.equals($k)`],
    ["a map printed", `${twiceAsMap}$l`],
    ["as JSON", `${twiceAsMap}#set($d = $input.path('$'))#set($d.x = $l)$input.json('$')`],
    ["below `..`", `${twiceAsMap}#set($d = $input.path('$'))#set($d.x = $l)$input.json('$..z')`],
    ["below `.*.*`", `${twiceAsMap}#set($d = $input.path('$'))#set($d.x = $l)$input.json('$.x${".*".repeat(60)}')`],
    ["as an override", `${twiceAsMap}#set($context.responseOverride.header.x = $l)x`],
  ])("%s ends with an error", (_, template) => {
    expect(outcome(template)).toMatch(/^!(limit-steps|limit-output|java-exception)$/);
  });
});

it("lists in lists in lists, deeper than any stack", () => {
  const deep = "#set($l = [])#foreach($i in [1..1000])#foreach($j in [1..50])#set($l = [$l])#end#end";
  for (const use of ["$l", "$l.hashCode()", "$l.equals([[1]])", "#if($l == 'x')y#end", "#set($m = {$l: 1})"]) {
    expect(outcome(deep + use)).toMatch(/^(|false|!limit-depth)$/);
  }
  expect(outcome(`${deep}$l.size()`)).toBe("1");
});

it("windows on windows on a list", () => {
  const template =
    "#set($l = [1])#foreach($i in [1..1000])#foreach($j in [1..50])#set($l = $l.subList(0, 1))#end#end$l";
  expect(outcome(template)).toMatch(/^!(limit-steps|limit-depth)$/);
});
