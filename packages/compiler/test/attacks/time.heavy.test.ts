import { compile, VtlRenderError } from "@apigw-vtl/compiler";
import { collectGarbage } from "@apigw-vtl/test-support";
import { beforeEach, describe, expect, it } from "vitest";
import { jsonPaths, listCalls, numberCalls, textCalls } from "./time-bombs.data.js";

/** A tenth of the default, so that all of them do not take minutes. */
const MILLISECONDS = Number(process.env.VTL_BOMB_MILLISECONDS ?? 500);

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

const bombs: readonly (readonly [name: string, template: string, body: string])[] = [
  ...textCalls.map((text) => [text, call(text), TEXT] as const),
  ...jsonPaths.map((path) => [`$input.path ${path}`, call(`$input.path("${path}")`), ITEMS] as const),
  ...jsonPaths.map((path) => [`$input.json ${path}`, call(`$input.json("${path}")`), ITEMS] as const),
  ...listCalls.map((text) => [text, onList(text), ITEMS] as const),
  ...numberCalls.map((text) => [text, onList(text), DIGITS] as const),
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
  // A collection of what other files of the worker left takes processor time too.
  beforeEach(collectGarbage);

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
