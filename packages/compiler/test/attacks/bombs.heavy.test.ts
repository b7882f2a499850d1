import { describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

const rounds = (body: string) => `#foreach($i in [1..1000])#foreach($j in [1..1000])${body}#end#end`;
/** A fifth of the default, for bombs that go on until the last step. */
const less = { steps: 2_000_000 };
const numbered = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join("");

describe("JSON", () => {
  it.each([
    ["[".repeat(1_000_000), "!invalid-payload"],
    ["[".repeat(100_000) + "]".repeat(100_000), "!invalid-payload"],
    [`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "!invalid-payload"],
    [`${"[".repeat(300)}1${"]".repeat(300)}`, "601"],
  ])("nested deeply", (body, result) => {
    expect(outcome("#set($json = $input.json('$'))$json.length()", { body })).toBe(result);
    expect(outcome("#set($d = $util.parseJson($input.body))x", { body })).toMatch(result === "601" ? /^x$/ : /^!/);
  });

  it("with numbers that no machine can write out", () => {
    expect(outcome("$input.json('$')", { body: "[1e999999999, -1e999999999, 1e-999999999]" })).toBe("[null,null,0.0]");
    const body = "[1.0000000000000000001e999999999, 123456789012345678901234567890, 1.0000000000000000001]";
    for (const use of [
      ...[
        "$n[0] + 1",
        "$n[0] + $n[2]",
        "$n[0] * $n[0]",
        "$n[0] / $n[2]",
        "$n[2] / $n[0]",
        "$n[0] - $n[2]",
        "$n[0] % $n[2]",
      ],
      ...["$n[0].toPlainString()", "$n[0].toBigInteger()", "$n[0].setScale(2000000000)", "$n[0].pow(999999999)"],
      ...[
        "$n[1].pow(999999999)",
        "$n[1].shiftLeft(2000000000)",
        "$n[0].longValue()",
        "$n[0].hashCode()",
        "$n[0] > $n[2]",
      ],
    ]) {
      const result = outcome(`#set($n = $input.path('$'))#set($r = ${use})$r`, { body });
      expect(result.length, use).toBeLessThan(100);
    }
  });

  it("with numbers of a million digits", () => {
    const body = `[${"9".repeat(1_000_000)}]`;
    expect(outcome("#set($n = $input.path('$')[0])#set($n = $n * $n)x", { body })).toMatch(/^(x|!.*)$/);
    expect(outcome(`#set($n = 9)${"#set($n = $n * $n)".repeat(60)}x`)).toMatch(/^(x|!.*)$/);
  });

  it("of ten million characters", () => {
    const body = JSON.stringify(Array.from({ length: 200_000 }, (_, i) => ({ id: `item-${i}`, text: "x".repeat(20) })));
    expect(outcome("$input.path('$').size() $input.path('$[199999].id')", { body })).toBe("200000 item-199999");
  });
});

describe("output and strings", () => {
  it.each([
    ['#set($s = "$s$s")', "limit-output"],
    ["#set($s = $s + $s)", "limit-output"],
    ["#set($s = $s.concat($s))", "limit-output"],
    ['#set($s = $s.replace("a", $s))', "limit-output"],
    ['#set($s = $s.replaceAll("a", $s))', "limit-output"],
    ["#set($s = $util.escapeJavaScript($s))", "limit-output"],
    ["#set($x = $l.addAll($l))", "limit-output"],
  ])("that grow at every round: %s", (growth, code) => {
    const start = `#set($s = "aa'")#set($l = [1, 2])`;
    expect(outcome(`${start}#foreach($i in [1..200])${growth}#end$s.length()`)).toBe(`!${code}`);
  });

  it.each([
    "$s.repeat(2000000000)",
    '$s.format("%2000000000d", 1)',
    '$s.format("%.2000000000f", 1.5)',
    '$s.format("%2000000000s", "x")',
    '$s.format("%1$9999999s%1$9999999s", "x")',
  ])("that are enormous at once: %s", (call) => {
    expect(outcome(`#set($s = "aa")${call}`)).toBe("!limit-output");
  });

  it("printed again and again", () => {
    const body = "x".repeat(1_000_000);
    expect(outcome("$input.body".repeat(100), { body })).toBe("!limit-output");
    expect(outcome(rounds("$input.body"), { body })).toBe("!limit-output");
  });
});

describe("loops", () => {
  it.each([
    ["in loops", `${"#foreach($i in [1..1000])".repeat(5)}x${"#end".repeat(5)}`],
    ["over a range without end", "#foreach($i in [1..2000000000])$i#end"],
    ["over the longest range", "#set($r = [-2147483648..2147483647])$r.size()"],
    ["that keep ranges", "#set($l = [])#foreach($i in [1..1000])#set($x = $l.add([1..100000]))#end$l.size()"],
    ["with a long body", `${"#foreach($i in [1..1000])".repeat(2)}${"#set($x = $i)".repeat(5000)}${"#end".repeat(2)}`],
  ])("%s", (_, template) => {
    expect(outcome(template, {}, "apigateway", less)).toBe("!limit-steps");
  });

  it.each([
    ["a long string in capitals, kept", "#set($x = $l.add($input.body.toUpperCase()))"],
    ["the characters of a long string", "#set($x = $input.body.toCharArray())"],
    ["a search in a long string", "#set($x = $input.body.indexOf('y'))"],
    ["JSON of a long string", "#set($x = $input.json('$'))"],
    ["a long string parsed", "#set($x = $util.parseJson($input.body))"],
    ["a long string encoded", "#set($x = $util.urlEncode($input.body))"],
    ["a comparison of long strings", '#if("$i$input.body" == "$j$input.body")x#end'],
    ["a path over everything", "#set($x = $input.json('$..*'))"],
  ])("over %s", (_, body) => {
    const payload = `[${'"0123456789",'.repeat(40_000)}1]`;
    expect(outcome(`#set($l = [])${rounds(body)} ok`, { body: payload }, "apigateway", less)).toMatch(/^!limit-/);
  });

  it.each([
    ["the first item removed", "#set($x = $l.remove(0))"],
    ["an item added in front", "#set($x = $l.add(0, 1))"],
    ["a search", "#set($x = $l.contains('x'))"],
    ["a copy", "#set($x = $l.clone())"],
    ["a copy as an array", "#set($x = $l.toArray())"],
    ["a comparison", "#if($l == $k)x#end"],
    ["a hash", "#set($x = $l.hashCode())"],
    ["its text", '#set($x = "$l")'],
    ["a map of the keys", "#foreach($k in $m.keySet())#break#end#set($x = $m.containsValue('x'))"],
  ])("over a long list and %s", (_, body) => {
    const lists =
      '#set($l = [1..200000])#set($k = [1..200000])#set($m = {})#foreach($i in [1..1000])#foreach($j in [1..100])#set($x = $m.put("$i.$j", 1))#end#end';
    expect(outcome(`${lists}${rounds(body)} ok`, {}, "apigateway", less)).toMatch(/^!limit-/);
  });

  it("of a million honest rounds are no attack", () => {
    expect(outcome(rounds("#if($i == $j)x#end"))).toBe("x".repeat(1000));
  });
});

describe("blocks", () => {
  it("that print themselves end two levels down", () => {
    expect(outcome("#define($a)$a$a#end$a")).toBe("$a$a$a$a");
    expect(outcome("#define($a)$b$b#end#define($b)$a$a#end$a")).toBe("$a".repeat(16));
  });

  it("that print the next one twice, sixty times over", () => {
    const chain = (inner: string) => numbered(60, (i) => `#define($d${i + 1})$d${i}$d${i}#end`) + inner;
    expect(outcome(`${chain("#define($d0)x#end")}$d60`)).toBe("!limit-steps");
    expect(outcome(`${chain("#define($d0)#end")}$d60`)).toBe("!limit-steps");
  });
});

describe("JSONPaths", () => {
  const read = (p: string) =>
    outcome("#set($x = $input.path($input.params('p')))x", { body: '[{"a":1}]', querystring: { p } });

  it.each([
    `$[?(${"(".repeat(100_000)}@.a${")".repeat(100_000)})]`,
    `$[?(${"!".repeat(100_000)}@.a)]`,
    `$[?(@.a${" && @.a".repeat(50_000)})]`,
    `$${"[?(@.a".repeat(20_000)}`,
    `$${".max($".repeat(20_000)}${")".repeat(20_000)}`,
    `$${".a".repeat(500_000)}`,
    `$[${"0,".repeat(500_000)}0]`,
    `$${"..*".repeat(1000)}`,
    "$[0:2000000000]",
    "[".repeat(500_000),
    "'".repeat(500_001),
  ])("of any length end with an answer or an error", (path) => {
    expect(read(path)).toMatch(/^(x|!invalid-json-path|!limit-.*|!java-exception)$/);
  });

  it("that look at everything below everything", () => {
    const body = `${'{"a":'.repeat(300)}1${"}".repeat(300)}`;
    expect(outcome("#set($x = $input.json('$..*..*..*..*'))x", { body })).toMatch(/^!/);
  });
});

describe("plain Velocity", () => {
  it.each([
    ["a macro that calls itself", "#macro(a)#a()#end#a()", "macro-depth"],
    [
      "macros that call the next four times",
      `${numbered(19, (i) => `#macro(d${i + 1})${`#d${i}()`.repeat(4)}#end`)}#macro(d0)x#end#d19()`,
      "limit-steps",
    ],
    [
      "arguments that double at each call",
      `${numbered(19, (i) => `#macro(d${i + 1} $p)#d${i}("$p$p$p$p")#end`)}#macro(d0 $p)$p#end#d19("x")`,
      "limit-steps",
    ],
    ["#evaluate of itself", "#set($e = '#evaluate($e)')#evaluate($e)", "limit-depth"],
    ["#evaluate of itself, twice", "#set($e = '#evaluate($e)#evaluate($e)')#evaluate($e)", "limit-depth"],
    [
      "#evaluate of what doubles",
      `#set($s = "ab")#set($e = '#set($s = "$s$s")#evaluate($e)')#evaluate($e)`,
      "limit-output",
    ],
    ["#evaluate in a loop", "#foreach($i in [1..1000000])#evaluate('#set($x = $i)')#end", "limit-steps"],
    [
      "a loop without a limit of rounds",
      "#foreach($i in [1..9000000])#foreach($j in [1..9000000])#end#end",
      "limit-steps",
    ],
  ])("%s", (_, template, code) => {
    expect(outcome(template, {}, "velocity")).toBe(`!${code}`);
  });
});
