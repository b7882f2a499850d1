import { parse, type Reference, walk } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { sampleValues } from "./sample-values.js";

/** The value of each reference, by its text; `undefined` where there is none. */
function values(source: string, body: unknown = { a: 1, list: ["x", "y"] }): Record<string, string | undefined> {
  const { tree } = parse(source);
  const found = sampleValues({ source, tree, dialect: "apigateway" }, { body: JSON.stringify(body) });
  const references: Reference[] = [];
  walk(tree, (node) => void (node.type === "Reference" && references.push(node)));
  return Object.fromEntries(
    references.map((node) => [source.slice(node.range.start, node.range.end), found.valueOf(node)?.text]),
  );
}

describe("the values of references for an event", () => {
  it("are what they would print there", () => {
    expect(values("#set($r = $input.path('$'))$r.a ${r.list} $r.none")).toEqual({
      $r: '{a=1, list=["x","y"]}',
      "$input.path('$')": '{a=1, list=["x","y"]}',
      "$r.a": "1",
      "${r.list}": '["x","y"]',
      "$r.none": "",
    });
  });

  it("are those of the first round, and of the way that is taken", () => {
    const found = values(
      "#foreach($i in $input.path('$.list'))#if($foreach.index == 0)$i.length()#else$i.trim()#end#end",
    );
    expect(found).toMatchObject({ $i: "x", "$i.length()": "1", "$i.trim()": "y", "$foreach.index": "0" });
    expect(values("#if(false)$input.body#end")).toEqual({ "$input.body": undefined });
  });

  it("are known inside of texts and conditions", () => {
    expect(values(`#set($t = "<$input.path('$.a')>")#if($t == "<1>" && $t.length() > 1)#end`)).toEqual({
      $t: "<1>",
      "$input.path('$.a')": "1",
      "$t.length()": undefined,
    });
  });

  it("change nothing: what has effects is not looked at", () => {
    expect(values("#set($l = [])#set($x = $l.add(1))$l.size()")).toEqual({
      $l: "[]",
      "$l.add(1)": undefined,
      $x: "true",
      "$l.size()": "1",
    });
  });

  it("tell the Java class", () => {
    const source = "$input.path('$.a')";
    const { tree } = parse(source);
    const [node] = tree.body.statements;
    const found = sampleValues({ source, tree, dialect: "apigateway" }, { body: '{"a":1}' });
    expect(node?.type === "Reference" && found.valueOf(node)?.className).toBe("java.lang.Integer");
  });

  it("of a block that a reference prints leave out the probes inside", () => {
    expect(values("#define($d)<$input.path('$.a')>#end$d")).toMatchObject({ $d: "<1>", "$input.path('$.a')": "1" });
  });

  it("are those up to the place where the template fails, which is told", () => {
    const source = "#set($l = $input.path('$.list'))$l.size()#foreach($i in $l)$i#set($x = $l.get(9))#end$l.get(0)";
    expect(values(source)).toMatchObject({
      "$l.size()": "2",
      $i: "x",
      $l: '["x","y"]',
      "$l.get(9)": undefined,
      "$l.get(0)": undefined,
    });
    const { range, message } = sampleValues(
      { source, tree: parse(source).tree, dialect: "apigateway" },
      { body: '{"list": ["x", "y"]}' },
    ).failure!;
    expect(source.slice(range.start, range.end)).toBe(".get(9)");
    expect(message).toContain("9");
  });
});
