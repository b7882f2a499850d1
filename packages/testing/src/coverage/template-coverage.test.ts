import { compileInstrumented, LineIndex, VtlRenderError } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { summaryOf } from "./coverage.js";
import { TemplateCounter } from "./template-counter.js";
import { templateCoverage } from "./template-coverage.js";

/** Renders a template with bodies, and tells what was reached. */
function cover(text: string, ...bodies: readonly string[]) {
  const counter = new TemplateCounter();
  const { render, probes } = instrumented(text, counter);
  for (const body of bodies) {
    try {
      render(body);
    } catch (error) {
      if (!(error instanceof VtlRenderError)) throw error;
    }
  }
  const placeOf = (range: { readonly start: number; readonly end: number }) => ({ file: "t.vtl", range });
  return { file: "t.vtl", ...templateCoverage({ text, probes, counter, placeOf }, new LineIndex(text)) };
}

function instrumented(text: string, listener: TemplateCounter) {
  const template = compileInstrumented(text, { listener, in: "render" });
  return { render: (body: string) => template.render({ body }), probes: template.probes };
}

const A = "$input.path('$.a')";
const B = "$input.path('$.b')";
const C = "$input.path('$.c')";
const L = "$input.path('$.l')";

/** Counted by hand: a template, the bodies it is rendered with, lines and branches that are reached of those there are. */
const counted: readonly (readonly [template: string, bodies: readonly string[], lines: string, branches: string])[] = [
  ["{}", [], "0/1", "0/0"],
  ["{}", ["{}"], "1/1", "0/0"],
  ["$input.body", ["{}"], "1/1", "0/0"],
  ["a\nb\nc", ["{}"], "3/3", "0/0"],
  ["a\n\n  \nb", ["{}"], "2/2", "0/0"],
  ["## c\na", ["{}"], "1/1", "0/0"],
  ["#* c\nd *#\na", ["{}"], "1/1", "0/0"],
  ["#[[\n$x\n]]#", ["{}"], "3/3", "0/0"],
  ["#set($x = 1)\n  \n$x", ["{}"], "2/2", "0/0"],
  [`#set($x = ${A})\n$x`, ["{}"], "2/2", "0/0"],
  ['{\n  "a": $input.json(\'$.a\'),\n  "b": 1\n}', ["{}"], "4/4", "0/0"],
  // #if
  [`#if(${A})x#end`, ['{"a":true}'], "1/1", "1/2"],
  [`#if(${A})y#end`, ['{"a":true}', '{"a":false}'], "1/1", "2/2"],
  [`#if(${A})x#else y#end`, ['{"a":false}'], "1/1", "1/2"],
  [`#if(${A})\nx\n#else\ny\n#end\n`, ['{"a":false}'], "2/3", "1/2"],
  [`#if(${A})\nx\n#else\ny\n#end\nz`, ['{"a":false}', '{"a":true}'], "4/4", "2/2"],
  ["#if(true)x#end", ["{}"], "1/1", "1/2"],
  ["#if(false)x#else y#end", ["{}"], "1/1", "1/2"],
  [`#if(${A} == 1)\n1\n#elseif(${A} == 2)\n2\n#else\n3\n#end`, ['{"a":1}'], "2/5", "1/3"],
  [`#if(${A} == 1)\n4\n#elseif(${A} == 2)\n5\n#else\n6\n#end`, ['{"a":3}'], "3/5", "1/3"],
  [`#if(${A} == 1)\n7\n#elseif(${A} == 2)\n8\n#else\n9\n#end`, ['{"a":1}', '{"a":2}'], "4/5", "2/3"],
  [`#if(${A} == 1)\n1\n#elseif(${A} == 2)\n2\n#end`, ['{"a":3}'], "2/4", "1/3"],
  [`#if(${A} == 1)\n1\n#elseif(${A} == 2)\n2\n#elseif(${A} == 3)\n3\n#end`, ['{"a":2}'], "3/6", "1/4"],
  [`#if(${A} == 1)\n#if(${B} == 1)\nx\n#end\n#end`, ['{"a":1,"b":0}'], "2/3", "2/4"],
  [`#if(${A} == 1)\n#if(${B} == 1)\ny\n#end\n#end`, ['{"a":0}'], "1/3", "1/4"],
  [`#if(${A} == 1)#if(${B} == 1)1#else 2#end#else#if(${B} == 1)3#else 4#end#end`, ['{"a":0,"b":1}'], "1/1", "2/6"],
  [`#if(${A} == 1)#set($x = 1)#end$x`, ["{}"], "1/1", "1/2"],
  // loops
  [`#foreach($i in ${L})\n$i\n#end`, ['{"l":[]}'], "1/2", "1/3"],
  [`#foreach($j in ${L})\n$j\n#end`, ['{"l":[1]}'], "2/2", "1/3"],
  [`#foreach($k in ${L})\n$k\n#end`, ['{"l":[1,2]}'], "2/2", "1/3"],
  [`#foreach($m in ${L})\n$m\n#end`, ['{"l":[]}', '{"l":[1]}', '{"l":[1,2]}'], "2/2", "3/3"],
  [`#foreach($n in ${L})\n$n\n#end`, ["{}"], "1/2", "1/3"],
  [`#foreach($o in ${L})$o#end`, ['{"l":{"k":1}}'], "1/1", "1/3"],
  [`#foreach($p in ${L})$p#end`, ['{"l":{"k":1,"m":2}}', '{"l":{}}'], "1/1", "2/3"],
  ["#foreach($i in [1..3])$i#end", ["{}"], "1/1", "1/1"],
  ["#foreach($i in [1])$i#end", ["{}"], "1/1", "1/1"],
  ["#foreach($i in [])$i#end", ["{}"], "1/1", "1/1"],
  ["#foreach($i in [1, 2])#if($i == $x)#break#end$i#end", ["{}"], "1/1", "2/5"],
  [`[#foreach($i in ${L})$i#if($foreach.hasNext),#end#end]`, ['{"l":[1,2]}'], "1/1", "3/5"],
  [`<#foreach($i in ${L})$i#if($foreach.hasNext),#end#end>`, ['{"l":[1]}'], "1/1", "2/5"],
  [`#foreach($i in ${L})#if($i == 2)#break#end$i#end`, ['{"l":[1,2,3]}'], "1/1", "3/5"],
  [`#foreach($i in ${L})#break#end`, ['{"l":[1,2,3]}'], "1/1", "1/3"],
  [`#foreach($i in ${L})#foreach($j in $i)$j#end#end`, ['{"l":[[1,2],[]]}'], "1/1", "3/6"],
  [`#foreach($i in ${L})\n$i\n#stop\n$i\n#end\nend`, ['{"l":[1,2]}'], "3/5", "1/3"],
  // operands
  [`#if(${A} == 1 && ${B} == 2)x#end`, ['{"a":0}'], "1/1", "2/4"],
  [`#if(${A} == 1 && ${B} == 2)y#end`, ['{"a":1,"b":0}'], "1/1", "3/4"],
  [`#if(${A} == 1 && ${B} == 2)z#end`, ['{"a":1,"b":2}', '{"a":0}'], "1/1", "4/4"],
  [`#if(${A} == 1 || ${B} == 2)x#end`, ['{"a":1}'], "1/1", "2/4"],
  [`#if(${A} == 1 || ${B} == 2)y#end`, ['{"a":0,"b":0}'], "1/1", "3/4"],
  [`#if(${A} == 1 && ${B} == 1 && ${C} == 1)x#end`, ['{"a":1,"b":0}'], "1/1", "3/5"],
  [`#if((${A} == 1 || ${B} == 1) && ${C} == 1)x#end`, ['{"a":1,"c":0}'], "1/1", "3/5"],
  [`#if(${A} == 1 || (${B} == 1 && ${C} == 1))x#end`, ['{"a":0,"b":1,"c":1}'], "1/1", "4/5"],
  [`#if(!(${A} == 1 && ${B} == 1))x#end`, ['{"a":0}'], "1/1", "2/4"],
  [`#set($x = ${A} == 1 && ${B} == 1)$x`, ['{"a":0}'], "1/1", "1/2"],
  [`#if(${A} == 0)1#elseif(${A} == 1 || ${B} == 1)2#end`, ['{"a":0}'], "1/1", "1/5"],
  [`#if(${A} == 0)1#elseif(${A} == 1 || ${B} == 1)3#end`, ['{"a":2,"b":1}'], "1/1", "3/5"],
  // what ends early, and what is run elsewhere
  ["a\n#stop\nb", ["{}"], "2/3", "0/0"],
  ["#define($d)\nx\n#end\n$d", ["{}"], "3/3", "0/0"],
  ["#define($d)\nx\n#end\ny", ["{}"], "2/3", "0/0"],
  [`#define($d)\n#if(${A} == 1)x#end\n#end\n$d$d`, ['{"a":1}'], "3/3", "1/2"],
  [`a\n${A}.substring(9)\nb`, ['{"a":"x"}'], "2/3", "0/0"],
  [`#set($s = "#if(${A} == 1)x#end")$s`, ['{"a":1}'], "1/1", "1/2"],
  [`#set($s = "#foreach($i in [1..2])$i#end")\n$s`, ["{}"], "2/2", "1/1"],
  ["#set($x = {'a': [1, 2]})\n$x.a\n#set($x.b = 1)", ["{}"], "3/3", "0/0"],
];

describe("coverage counts what people count", () => {
  it("of at least 60 templates", () => {
    expect(new Set(counted.map(([template]) => template)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(counted)("%j with %j: lines %s, branches %s", (template, bodies, lines, branches) => {
    const summary = summaryOf([cover(template, ...bodies)]);
    const text = ({ covered, total }: { readonly covered: number; readonly total: number }) => `${covered}/${total}`;
    expect([text(summary.lines), text(summary.branches)]).toEqual([lines, branches]);
  });

  it("names the ways, with the line of each", () => {
    const template = `#if(${A} == 1 ||\n  ${B} == 1)\nx\n#end\n#foreach($i in ${L})$i#end`;
    const { branches } = cover(template, '{"a":1,"l":[1,2,3]}', '{"a":1,"l":[1]}');
    expect(
      branches.map(({ kind, line, ways }) => [kind, line, ways.map((way) => `${way.line} ${way.name} ${way.hits}`)]),
    ).toEqual([
      ["if", 1, ["1 #if 2", "1 no #else 0"]],
      ["operands", 1, [`1 ${A} == 1 2`, `2 ${B} == 1 0`]],
      ["loop", 5, ["5 no round 0", "5 one round 1", "5 many rounds 1"]],
    ]);
  });

  it("says which ways there are not", () => {
    const [loop] = cover("#foreach($i in ['a', 'b'])$i#end", "{}").branches;
    const reason = "the list is written out and has 2 items";
    expect(loop?.impossible).toEqual(["no round", "one round"].map((name) => ({ name, reason })));
  });

  it("tells of references whether they had a value, the empty text being none", () => {
    const { references } = cover(`${A} $x "$input.json('$.b')"`, '{"a":1}', '{"b":"x"}');
    expect(references.map(({ source, present, missing }) => [source, present, missing])).toEqual([
      [A, 1, 1],
      ["$x", 0, 2],
      ["$input.json('$.b')", 1, 1],
    ]);
  });
});
