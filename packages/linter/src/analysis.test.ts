import { parse, type Reference, walk } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { analyze } from "./analysis.js";

/** The kinds that the last reference of a template can be of. */
function kindsOf(source: string): readonly string[] {
  const { tree } = parse(source);
  const { values } = analyze({ source, tree, facts: {}, holes: [] });
  const references: Reference[] = [];
  walk(tree, (node) => void (node.type === "Reference" && references.push(node)));
  return [...(values.stepsOf(references.at(-1)!).at(-1)?.kinds ?? [])].sort();
}

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
