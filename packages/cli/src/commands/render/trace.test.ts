import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const TEMPLATE = `#set($name = $input.path('$.name'))
{
#if($name == "")
  "name": null,
#elseif($name == "x" && $input.params('y') == "1")
  "name": "y",
#else
  "name": "$name",
#end
  "tags": [#foreach($tag in $input.path('$.tags'))"$tag"#if($foreach.hasNext),#end#end]
#foreach($none in $input.path('$.none'))$none#end
}`;

const trace = async (body: string, ...args: string[]) =>
  vtl(["render", "t.vtl", "--body", "b.json", "--trace", ...args], { files: { "t.vtl": TEMPLATE, "b.json": body } });

describe("vtl render --trace", () => {
  it("tells what is set, printed, taken and skipped, and by which values", async () => {
    const { code, stdout, stderr } = await trace('{"name": "tea", "tags": ["a", 1.0]}');
    expect(code).toBe(0);
    expect(stdout).toContain('"tags": ["a","1.0"]');
    expect(stderr.split("\n")).toEqual([
      't.vtl:1  $name = "tea" ($input.path(\'$.name\') is "tea")',
      't.vtl:2  prints "{\\n"',
      't.vtl:7  #else is taken; #if in t.vtl:3 is false; #elseif in t.vtl:5 is false ($name is "tea")',
      't.vtl:8  prints "  \\"name\\": \\""',
      't.vtl:8  prints "tea" ($name is "tea")',
      't.vtl:8  prints "\\",\\n"',
      't.vtl:10  prints "  \\"tags\\": ["',
      "t.vtl:10  #foreach, round 1 ($input.path('$.tags') is [\"a\", 1.0])",
      't.vtl:10  prints "\\""',
      't.vtl:10  prints "a" ($tag is "a")',
      't.vtl:10  prints "\\""',
      "t.vtl:10  #if is taken ($foreach.hasNext is true)",
      't.vtl:10  prints ","',
      "t.vtl:10  #foreach, round 2",
      't.vtl:10  prints "\\""',
      't.vtl:10  prints "1.0" ($tag is 1.0)',
      't.vtl:10  prints "\\""',
      "t.vtl:10  no block of #if is taken; #if in t.vtl:10 is false ($foreach.hasNext is false)",
      't.vtl:10  prints "]\\n"',
      "t.vtl:11  #foreach has no round ($input.path('$.none') is missing)",
      't.vtl:12  prints "}"',
      "",
    ]);
  });

  it("is part of the report in JSON", async () => {
    const { stdout, stderr } = await trace('{"name": "tea"}', "--format", "json");
    expect(stderr).toBe("");
    const { trace: told } = JSON.parse(stdout);
    expect(told.steps.slice(0, 2)).toEqual([
      { kind: "value", source: "$input.path('$.name')", value: '"tea"', line: 1, column: 14 },
      { kind: "set", target: "$name", value: '"tea"', line: 1, column: 1 },
    ]);
  });

  it("of a template that fails has what it had printed, and the values that led there", async () => {
    const files = { "t.vtl": 'a\n#set($n = 9)\n"$input.body.substring($n)"', "b.json": "short" };
    const { code, stdout, stderr } = await vtl(["render", "t.vtl", "--body", "b.json", "--trace"], { files });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("t.vtl:3  fails: ");
    expect(stderr).toContain("($n is 9)\n");
    expect(stderr).toContain('what it had printed until it failed:\n   | a\n   | "\n');
    expect(stderr).toContain("t.vtl:3:13: error[java-exception]");
    const report = await vtl(["render", "t.vtl", "--body", "b.json", "--trace", "--format", "json"], { files });
    expect(JSON.parse(report.stdout)).toMatchObject({
      output: 'a\n"',
      error: { code: "java-exception", line: 3, column: 13 },
      trace: { steps: [{ kind: "print" }, { kind: "set" }, { kind: "print" }, { kind: "value" }] },
    });
  });

  it("is at the lines of the file that the template stands in, and runs no block by itself", async () => {
    const template = "#define($d)#set($n = $n + 1)x#end\n#set($n = 0)\n#set($m = {'d': $d})\n$n";
    const api = `openapi: 3.0.1\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        requestTemplates:\n          a/b: |\n${template.replace(/^/gm, "            ")}\n`;
    const { stdout, stderr } = await vtl(["render", "api.yaml", "--trace"], { files: { "api.yaml": api } });
    expect(stdout).toBe("0\n");
    expect(stderr).toContain('api.yaml:10  $m = {"d": a Block$Reference} ($d is a Block$Reference)');
  });

  it("of very many steps has the first and the last", async () => {
    const files = { "t.vtl": "#foreach($i in [1..900])#foreach($j in [1..20])$j#end#end" };
    const { stderr } = await vtl(["render", "t.vtl", "--trace"], { files });
    expect(stderr).toMatch(/\n… \d+ steps are left out\n/);
    expect(stderr.trimEnd()).toMatch(/prints "20" \(\$j is 20\)$/);
  });
});
