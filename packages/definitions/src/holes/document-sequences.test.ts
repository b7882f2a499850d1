import { describe, expect, it } from "vitest";
import { withoutSequences } from "./document-sequences.js";

/** The text without white space, which has to be as long as the source. */
function read(source: string, format: "yaml" | "json"): string {
  const { text } = withoutSequences(source, format);
  expect(text).toHaveLength(source.length);
  expect(text.split("\n")).toHaveLength(source.split("\n").length);
  return text.replace(/\s+/g, "");
}

describe("JSON that templatefile() fills in", () => {
  it("has of a condition the first arm with something in it", () => {
    const arms =
      '{\n  %{~ if a ~}\n  %{~ if b ~}\n  "x": 1,\n  %{~ else ~}\n  "x": 2,\n  %{~ endif ~}\n  %{~ endif ~}\n  "y": 3\n}';
    expect(read(arms, "json")).toBe('{"x":1,"y":3}');
    expect(read('{"a": %{ if x }%{ else }2%{ endif }}', "json")).toBe('{"a":2}');
  });

  it("has a loop's body once", () => {
    expect(read('[%{ for i, x in xs ~}\n"${x}"%{ if i < 3 },%{ endif }\n%{ endfor ~}]', "json")).toBe('["${x}",]');
  });

  it("has expressions as values, and what is in texts", () => {
    const source = '{"a": ${x}, "b": "${y} %{ if z }1%{ endif } $${w}", "c": "${replace(q, "a", "b")}"}';
    expect(read(source, "json")).toBe(`{"a":null,"b":"\${y}%{ifz}1%{endif}$\${w}","c":"\${replace(q,'a','b')}"}`);
    const { expressions } = withoutSequences(source, "json");
    expect([...expressions.values()].map(({ start, end }) => source.slice(start, end))).toEqual(["${x}"]);
  });
});

it("YAML that templatefile() fills in has directives on lines of their own", () => {
  const source = "paths:\n%{ for p in ps ~}\n  /${p}: {a: '%{ if x }1%{ endif }'}\n%{ endfor ~}\n";
  expect(read(source, "yaml")).toBe("paths:/${p}:{a:'%{ifx}1%{endif}'}");
});
