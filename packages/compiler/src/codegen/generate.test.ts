import { describe, expect, it } from "vitest";
import { dialectOf } from "../dialect/index.js";
import { parse } from "../parse.js";
import { generate } from "./generate.js";

/** The statements of the generated function: what stands between its first line and its `return`. */
function codeOf(source: string, dialect: "apigateway" | "velocity" = "apigateway"): string[] {
  const { tree } = parse(source, { dialect });
  const { lines } = generate(tree, { source, dialect: dialectOf(dialect), traced: false });
  const texts = lines.map(({ text }) => text.trim());
  const body = texts.slice(texts.indexOf("return function render(s, context) {") + 1, texts.lastIndexOf("return o;"));
  return body.filter((line) => !line.startsWith("let "));
}

describe("static text", () => {
  it("is one string, whatever it is made of", () => {
    expect(codeOf("a#* c *#b\\n#[[ $x ]]##macro(m)x#end#m() \\#if c## d\ne")).toEqual([
      `o += "ab\\\\n $x #m() #if ce";`,
    ]);
  });

  it("joins the reference that follows", () => {
    expect(codeOf("a $input.body b")).toEqual([`o = o + "a " + s.input.body;`, `o += " b";`]);
  });

  it("is gone where a directive swallows it", () => {
    expect(codeOf("#if($input.body)\nx\n#end\n")).toEqual([`if (s.input.body !== false) {`, `o += "x\\n";`, "}"]);
  });
});

describe("constants", () => {
  it.each([
    ["1 + 2 * 3", "7"],
    ["7 / 2", "3"],
    ["(1 + 2) * 3", "9"],
    ["2147483647 + 1", "2147483648"],
    ["'a' + 'b'", '"ab"'],
    ["'a' + 1 + 2", '"a12"'],
    ["1.5 + 1", "2.5"],
    ["'it''s'", `"it's"`],
    ['"$.a"', '"$.a"'],
    ['"US$ #1"', '"US$ #1"'],
  ])("%s is worked out at compile time: %s", (expression, js) => {
    expect(codeOf(`#set($x = ${expression})`).join("\n")).toContain(`v0 = ${js};`);
  });

  it("division by zero is left to the rendering, which gives null", () => {
    expect(codeOf("#set($x = 1 / 0)").join()).toContain("divide(1, 0)");
  });
});

describe("references", () => {
  it("to something that can never have a value are nothing", () => {
    expect(codeOf("[$missing][$missing.x.y]")).toEqual([`o = o + "[" + "";`, `o = o + "][" + "";`, `o += "]";`]);
  });

  it("with a definite JSONPath are steps, in any quotes", () => {
    const single = codeOf("$input.path('$.a[0]')");
    expect(single).toEqual([`o += text((jsonItem(g0(documentOf(s.input)), 0) ?? null));`]);
    expect(codeOf('$input.path("$.a[0]")')).toEqual(single);
  });

  it("with any other JSONPath leave it to the runtime", () => {
    expect(codeOf("$input.path('$..a')")).toEqual([`o += text((readPath(s.input, "$..a") ?? null));`]);
    expect(codeOf('$input.path("$.$input.body")').join()).toContain("call(s, s.input");
  });

  it("to $foreach are the counters of the loop", () => {
    const code = codeOf("#foreach($i in [1])$foreach.index $foreach.count $foreach.hasNext#end").join("\n");
    expect(code).toMatch(/String\(i\d+\)/);
    expect(code).not.toContain("ForeachScope");
  });

  it("to $foreach itself make it an object", () => {
    expect(codeOf("#foreach($i in [1])$foreach.parent#end").join("\n")).toContain("new ForeachScope");
  });
});

describe("variables", () => {
  it("have names that no template can choose", () => {
    const code = codeOf(`#set($o = 1)#set($s = $o)#set($runtime = "x")#foreach($v0 in [1])$v0$o$s$runtime#end`).join(
      "\n",
    );
    expect(code.replaceAll(/"[^"]*"/g, "")).not.toMatch(/\b(runtime)\b/);
    expect(code).toContain("v0 = 1;");
  });

  it("are looked up by name only where macros or #evaluate could see them", () => {
    expect(codeOf("#set($x = 1)$x", "velocity").join()).not.toContain('"x"');
    expect(codeOf("#set($x = 1)#evaluate('$x')", "velocity").join()).toContain('c.put("x", 1)');
  });
});

describe("names and strings of a template", () => {
  const hostile = `"; alert(1); "\n\u2028\u2029 \${x} \`*/</script>`;

  it("are only ever in quotes", () => {
    const quoted = `'${hostile}'`;
    const code = codeOf(
      `#set($x = ${quoted})#set($m = {${quoted}: ${quoted}})$m[${quoted}] $m.get(${quoted}) #[[${hostile}]]#`,
    );
    for (const line of code) {
      const outside = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(outside).not.toMatch(/alert|script|\u2028|\u2029|`/);
    }
  });
});
