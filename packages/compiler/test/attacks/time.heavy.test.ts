import { compile, VtlRenderError } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";

/** A tenth of the default, so that all of them do not take minutes. */
const MILLISECONDS = 500;

/** Finding the place takes a tenth more, and between two looks at the clock something may take its time. */
const MOST = 1.1 * MILLISECONDS + 500;

/** Time of the processor: what else runs on the machine does not count. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const TEXT = "ab'\"\\<\n".repeat(15_000);
const ITEMS = JSON.stringify(
  Array.from({ length: 20_000 }, (_, i) => ({ a: { b: i, t: "x".repeat(20) }, l: [1, 2, 3] })),
);
const DEEP = `${'{"a":'.repeat(300)}1${"}".repeat(300)}`;
const DIGITS = `[${"9".repeat(100_000)}]`;

const everyRound = (body: string): string =>
  `#set($s = $input.body)#set($r = [1..1000])#foreach($i in $r)#foreach($j in $r)${body}#end#end`;
const call = (expression: string): string => everyRound(`#set($t = ${expression})`);
const onList = (expression: string): string => `#set($p = $input.path('$'))${call(expression)}`;

// biome-ignore format: a line each would be a page
const ON_TEXT = [
  "$s.toUpperCase()", "$s.toLowerCase()", "$s.trim()", "$s.replace('a', 'b')", "$s.replace('ab', 'c')", "$s.indexOf('zz')",
  "$s.lastIndexOf('zz')", "$s.contains('zz')", "$s.split(',')", "$s.split('b')", "$s.replaceAll('a', 'b')",
  "$s.replaceAll('[ab]+x', 'b')", "$s.replaceFirst('zz', 'b')", "$s.matches('.*z')", "$s.matches('(a|b|.)*z')",
  "$s.hashCode()", '$s.equals("${s}x")', '$s.compareTo("${s}x")', '$s.compareToIgnoreCase("${s}x")',
  '$s.equalsIgnoreCase("${s}x")', "$s.concat('x')", "$s.substring(1)", "$s.toCharArray()", "$s.getBytes()",
  "$s.startsWith($s)", "$s.endsWith($s)", "$s.regionMatches(true, 0, $s, 0, 100000)", "$s.isBlank()", "$s.strip()",
  "$s.format('%s', $s)", "$util.urlEncode($s)", "$util.urlDecode($s)", "$util.base64Encode($s)", "$util.base64Decode($s)",
  "$util.escapeJavaScript($s)", "$s.codePointCount(0, 100000)", '"$s $s"',
];

// biome-ignore format: a line each would be a page
const PATHS = [
  "$.length()", "$..b", "$..t", "$[*].a.b", "$[?(@.a.b > 19999)]", "$[?(@.a.t == 'y')]", "$..[?(@.b > 19999)]", "$..*",
  "$..l[0]", "$[*].l[*]", "$.max()", "$[?(@.a.t =~ /x*y/)]", "$..l.sum()",
];

// biome-ignore format: a line each would be a page
const ON_LIST = [
  "$p.size()", "$p.contains('z')", "$p.indexOf('z')", "$p.toString()", "$p.hashCode()", "$p.equals($p)", "$p.containsAll($p)",
  "$p.clone()", "$p.subList(0, 20000)", "$p.toArray()", "$p.addAll([1])", "$p.remove(0)", "$p.iterator()", "$p.retainAll($p)",
];

// biome-ignore format: a line each would be a page
const ON_NUMBER = [
  "$p[0] * $p[0]", "$p[0] / 7", "$p[0] % 7", "$p[0] + $p[0]", "$p[0].pow(20)", "$p[0].toString()", "$p[0].hashCode()",
  "$p[0].mod($p[0])", "$p[0].gcd($p[0])", "$p[0].modPow($p[0], $p[0])", "$p[0].isProbablePrime(100)",
  "$p[0].nextProbablePrime()", "$p[0].sqrt()", "$p[0].doubleValue()",
];

const bombs: readonly (readonly [name: string, template: string, body: string])[] = [
  ...ON_TEXT.map((text) => [text, call(text), TEXT] as const),
  ...PATHS.map((path) => [`$input.path ${path}`, call(`$input.path("${path}")`), ITEMS] as const),
  ...PATHS.map((path) => [`$input.json ${path}`, call(`$input.json("${path}")`), ITEMS] as const),
  ...ON_LIST.map((text) => [text, onList(text), ITEMS] as const),
  ...ON_NUMBER.map((text) => [text, onList(text), DIGITS] as const),
  ["$p == $p", `#set($p = $input.path('$'))${everyRound("#if($p == $p)#end")}`, ITEMS],
  ["a print of a text", everyRound("$s"), TEXT],
  ["a deep value", call("$input.path('$').toString()"), DEEP],
  ["a text that doubles", '#set($s = "a")#foreach($i in [1..1000])#set($s = "$s$s")#end', ""],
  ["a list in itself", `#set($l = [])${call("$l.add($l)")}`, ""],
  ["a block in each round", `#define($d)$i#end${everyRound("$d")}`, ""],
  ["empty rounds", everyRound(""), ""],
  ["backtracking", call("$s.replaceAll('(x+x+)+y', 'z')"), "x".repeat(40)],
  ["back references", call("$s.matches('(.*)(.*)(.*)\\3\\2\\1z')"), "x".repeat(300)],
];

describe(`${bombs.length} templates that take all the time they get`, () => {
  it.each(bombs)("%s", (_name, template, body) => {
    const compiled = compile(template);
    const start = cpu();
    let code = "";
    try {
      compiled.render({ body }, { clock: cpu, limits: { milliseconds: MILLISECONDS } });
    } catch (error) {
      if (!(error instanceof VtlRenderError)) throw error;
      code = error.code;
    }
    expect(code).toMatch(/^(?:limit-\w+|java-exception|)$/);
    expect(cpu() - start).toBeLessThan(MOST);
  });
});
