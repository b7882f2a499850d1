import { compile } from "@apigw-vtl/compiler";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSteps, formatTemplate } from "./format-template.js";
import { defaultLayout } from "./layout.js";

function format(source: string, more: Partial<Parameters<typeof formatTemplate>[0]> = {}): string {
  const outcome = formatTemplate({ source, ...more });
  return outcome.ok ? outcome.text : `refused: ${outcome.reason}`;
}

describe("formatting of a template that prints JSON", () => {
  it("puts members on lines of their own where they do not fit on one, or where they were", () => {
    expect(format(`{"a":1,"b":[1,2 , 3]}`)).toBe(`{ "a": 1, "b": [1, 2, 3] }`);
    expect(format(`{\n"a":1,"b":[1,2]}\n`)).toBe(`{\n  "a": 1,\n  "b": [1, 2]\n}\n`);
    const long = "x".repeat(60);
    expect(format(`{"a":"${long}","b":"${long}"}`)).toBe(`{\n  "a": "${long}",\n  "b": "${long}"\n}`);
  });

  it("indents what a directive holds, and keeps what stands on one line there", () => {
    expect(
      format(`#set($list=$input.path('$.items'))
{"items":[
#foreach( $i in $list )
{"id":"$i.id"#if($i.name!=""),"name":"$i.name"#end}#if($foreach.hasNext),#end
#end
]}`),
    ).toBe(`#set($list = $input.path('$.items'))
{
  "items": [
    #foreach($i in $list)
      { "id": "$i.id"#if($i.name != ""), "name": "$i.name"#end }#if($foreach.hasNext),#end
    #end
  ]
}`);
  });

  it("keeps comments and single empty lines", () => {
    expect(format(`## what this is\n\n\n{\n"a":1, ## one\n#* two *#\n\n\n"b":2}`)).toBe(
      `## what this is\n\n{\n  "a": 1, ## one\n  #* two *#\n\n  "b": 2\n}`,
    );
  });

  it("does not touch strings", () => {
    const text = `{ "a": "  x  $input.params('q')   #if($a)  y #end " }`;
    expect(format(text)).toBe(text);
  });

  it("keeps white space that parts two words, and adds none", () => {
    expect(format(`{"a": $input.json('$.a')$input.json('$.b')}`)).toBe(`{ "a": $input.json('$.a')$input.json('$.b') }`);
    expect(format(`[1#foreach($i in [1,2])$i#end]`)).toBe(`[1#foreach($i in [1, 2])$i#end]`);
  });

  it("wraps long conditions and keeps maps as they were broken", () => {
    const name = "$input.path('$.a.long.way.to.a.member')";
    expect(format(`#set($m = {\n"a":1,"b":[1,2]})\n#if(${name}=="a"&&${name}!="b")\n{"a":1}\n#end\n`)).toBe(
      `#set($m = {\n  "a": 1,\n  "b": [1, 2]\n})\n#if(\n  ${name} == "a" &&\n  ${name} != "b"\n)\n  { "a": 1 }\n#end\n`,
    );
  });

  it("indents by tabs, ends lines as they were, keeps a margin", () => {
    const layout = { ...defaultLayout, insertSpaces: false };
    expect(format(`{\r\n"a": 1}\r\n`, { layout })).toBe(`{\r\n\t"a": 1\r\n}\r\n`);
    expect(format(`\n      {\n "a": 1}\n    `, { layout: { ...defaultLayout, keepsMargin: true } })).toBe(
      `\n      {\n        "a": 1\n      }\n    `,
    );
  });

  it("reads what the host fills in as a word", () => {
    const source = `{"a":<Table>,"b":"<Name>"}`;
    const holes = ["<Table>", "<Name>"].map((hole) => ({
      start: source.indexOf(hole),
      end: source.indexOf(hole) + hole.length,
    }));
    expect(format(source, { holes })).toBe(`{ "a": <Table>, "b": "<Name>" }`);
  });
});

describe("formatting of any other template", () => {
  it("changes only what is not printed", () => {
    expect(
      format(`  #set( $a=1 )  \n   #set ($b=[1,2])\nAction=Send&X=$a  \n#if( $a==1 )  \n   #set($c=2)\n&Y #end\n`),
    ).toBe(`#set($a = 1)\n#set($b = [1, 2])\nAction=Send&X=$a  \n#if($a == 1)\n  #set($c = 2)\n&Y #end\n`);
  });

  it("keeps the line ends in strings, whichever they are", () => {
    const template = `#if($a)\n  #if( $b == "x\ny\r\nz" )\n  a=b\n  #end\n#end\n`;
    expect(format(template)).toBe(template.replace("( $b", "($b").replace('z" )', 'z")'));
  });

  it("leaves a template on one line where its host cannot have more", () => {
    expect(format(`{"a":1,"b":{#if($x==1)"c":2#end}}`, { keepsLine: true })).toBe(
      `{"a":1,"b":{#if($x == 1)"c":2#end}}`,
    );
  });
});

describe("formatting", () => {
  it("is refused for a template that the service refuses, and in plain Velocity", () => {
    expect(format("#if($a")).toBe("refused: the template has syntax errors");
    expect(format("{}", { dialect: "velocity" })).toBe("refused: plain Velocity is not formatted");
  });

  it("gives edits of white space only", () => {
    const outcome = formatTemplate({ source: `{"a" :1}` });
    expect(outcome).toMatchObject({
      ok: true,
      edits: [
        { start: 1, end: 1, newText: " " },
        { start: 4, end: 5, newText: "" },
        { start: 6, end: 6, newText: " " },
        { start: 7, end: 7, newText: " " },
      ],
    });
  });

  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"k"',
    '"a $x b"',
    "1",
    "$x",
    "$!{x.y}",
    " ",
    "\n",
    "\n\n",
    "  ",
    "##c\n",
    "#*c*#",
    "#set($x=1)",
    "#if($x==2)",
    "#else",
    "#elseif(!$x)",
    "#end",
    "#foreach($i in [1,2])",
    "$i",
    "#[[r ]]#",
    "\\#if",
    "#x( 1 )",
    "\\$x",
  ]; // prettier-ignore

  it("prints the same, and changes nothing a second time, whatever the template", () => {
    let formatted = 0;
    const any = array(constantFrom(...pieces), { minLength: 3, maxLength: 24 });
    assert(
      property(any, (parts) => {
        const source = parts.join("");
        const outcome = formatTemplate({ source });
        if (!outcome.ok) return;
        formatted++;
        const [before, after] = [source, outcome.text].map((text) => compile(text).render({ body: "{}" }).output);
        if (outcome.output === "json") expect(JSON.parse(after ?? "")).toEqual(JSON.parse(before ?? ""));
        else expect(after).toBe(before);
        expect(formatTemplate({ source: outcome.text })).toMatchObject({ ok: true, edits: [] });
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(formatted).toBeGreaterThan(50);
  });
});

describe("formatting in steps", () => {
  const steps = (source: string) => [...formatSteps({ source })].length;

  it("has a step for each rendering, so that a server can do something else in between", () => {
    expect(steps(`{"a":1,"b":$input.json('$.b')}`)).toBeGreaterThan(20);
  });

  it("shows nothing of what lies as it should", () => {
    expect(steps(`{ "a": 1, "b": $input.json('$.b') }`)).toBe(0);
  });
});
