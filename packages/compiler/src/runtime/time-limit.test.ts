import { describe, expect, it } from "vitest";
import { compile, emitModule, VtlRenderError } from "../index.js";

/** A clock that goes on so far at each look. */
function clockOf(step: number): { readonly clock: () => number; looks: number } {
  const watched = {
    looks: 0,
    clock: () => step * watched.looks++,
  };
  return watched;
}

function failureOf(source: string, event: object, options: object): VtlRenderError {
  try {
    compile(source).render(event, options);
  } catch (error) {
    if (error instanceof VtlRenderError) return error;
    throw error;
  }
  throw new Error("it ended");
}

const LOOP = "#set($r = [1..900])\n#foreach($a in $r)#foreach($b in $r)$b#end#end";

describe("the time limit", () => {
  it.each<[string, string, object]>([
    ["rounds of loops", LOOP, {}],
    [
      "strings",
      `#set($s = $input.body)#foreach($i in [1..900])#set($t = $util.urlEncode($s))#end`,
      { body: "x".repeat(20_000) },
    ],
    ["regular expressions", `$input.body.replaceAll("(a|b|ab)*c", "")`, { body: "ab".repeat(30_000) }],
    [
      "JSONPath",
      `#foreach($i in [1..90])#set($t = $input.path('$..a'))#end`,
      { body: JSON.stringify(Array(9000).fill({ a: 1 })) },
    ],
  ])("ends %s", (_name, source, event) => {
    const failure = failureOf(source, event, { clock: clockOf(1000).clock });
    expect(failure.code).toBe("limit-time");
    expect(failure.message).toBe("The template took longer than the limit of 5000 milliseconds.");
  });

  it("is what the caller says", () => {
    const { clock } = clockOf(1);
    expect(() => compile(LOOP).render({}, { clock, limits: { milliseconds: 1_000_000 } })).not.toThrow();
    expect(failureOf(LOOP, {}, { clock, limits: { milliseconds: 10 } }).message).toContain("10 milliseconds");
  });

  it("tells the place that took the time", () => {
    const { range } = failureOf(`a\n${LOOP}`, {}, { clock: clockOf(1000).clock });
    expect(range.start).toBeGreaterThan(20);
  });

  it("leaves the error of another limit as it is, though finding its place takes too long", () => {
    const { clock } = clockOf(1);
    const failure = failureOf(LOOP, {}, { clock, limits: { steps: 500_000, milliseconds: 6_000 } });
    expect(failure.code).toBe("limit-steps");
  });

  it("never looks at the clock in a short rendering", () => {
    const watched = clockOf(1);
    compile(`#foreach($i in [1..50])$i#end $input.json('$.a')`).render({ body: '{"a": 1}' }, { clock: watched.clock });
    expect(watched.looks).toBe(0);
  });

  it("holds in emitted modules", async () => {
    const { code } = emitModule(LOOP, {});
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(() => module.render({}, { clock: clockOf(1000).clock })).toThrow(/longer than the limit/);
  });
});
