import { parse, type Reference, walk } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { analyze } from "./analysis.js";
import type { ValueSummary } from "./projections/summary.js";

/** What the last reference of a template can be. */
function summaryOf(source: string): ValueSummary | undefined {
  const { tree } = parse(source);
  const { values } = analyze({ source, tree, facts: {}, holes: [] });
  const references: Reference[] = [];
  walk(tree, (node) => void (node.type === "Reference" && references.push(node)));
  return values.stepsOf(references.at(-1)!).at(-1);
}

const kindsOf = (source: string): readonly string[] => [...(summaryOf(source)?.kinds ?? [])].sort();

const entries = (of: string, use: string) => kindsOf(`#foreach($e in ${of}.entrySet())${use}#end`);
const anything = kindsOf("$input.path('$.a.b')");

describe("an entry of a map", () => {
  it.each(["$e.value", "$e.getValue()", "$e.getValue().M.results.N"])("of the body has any JSON value: %s", (use) => {
    expect(entries("$input.path('$.a')", use)).toEqual(anything);
    expect(entries("$util.parseJson($input.body)", use)).toEqual(anything);
  });

  it.each(["$e.value", "$e.getValue()"])("of the parameters has a text: %s", (use) => {
    expect(entries("$input.params().header", use)).toEqual(kindsOf("$input.params('a')"));
  });

  it.each(["$e.key", "$e.getKey()"])("has a text for its name, which JSON lets be empty: %s", (use) => {
    expect(entries("$input.path('$.a')", use)).toEqual(["empty", "string"]);
    expect(entries("$context.authorizer.claims", use)).toEqual(["string"]);
  });
});

describe("the part of the body that a value is", () => {
  it.each([
    ["$input.path('$.a')[0]", ["a", "0"]],
    ["$input.path('$.a').get(0)", ["a", "0"]],
    ["#set($i = 1)#set($x = $input.path('$.a').get($i))$x", ["a", "1"]],
    ["$input.path('$').get('a').get(0).b", ["a", "0", "b"]],
    ["$input.path('$.a[*]')[0].b", ["a", "*", "b"]],
    ["$input.path('$.a[?(@.b > 1)]').get(0)", ["a", "*"]],
    ["#foreach($e in $input.path('$.a.b[*]'))$e.c#end", ["a", "b", "*", "c"]],
  ])("%s", (source, path) => expect(summaryOf(source)?.origin).toEqual({ root: "body", path }));

  it.each(["$input.path('$.a[*]')", "$input.path('$..a')[0]", "$input.path('$.a[?(@.b)][?(@.c)]')[0]"])(
    "nobody knows of %s",
    (source) => expect(summaryOf(source)?.origin).toBeUndefined(),
  );
});
