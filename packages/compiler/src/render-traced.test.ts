import { describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { VtlRenderError } from "./errors.js";
import { renderTraced } from "./render-traced.js";

/** What each part of the output was printed by: `output <- source`. */
function partsOf(source: string, event = {}): string[] {
  const { output, trace } = renderTraced(source, event);
  return trace.map(
    ({ outputStart, outputEnd, range }) =>
      `${output.slice(outputStart, outputEnd)} <- ${source.slice(range.start, range.end)}`,
  );
}

describe("a traced rendering", () => {
  it("says which text and which reference printed each part of the output", () => {
    expect(partsOf("a $input.params('x') ${y}b", { path: { x: "1" } })).toEqual([
      "a  <- a ",
      "1 <- $input.params('x')",
      "  <-  ",
      "b <- b",
    ]);
  });

  it("covers the whole output without gaps", () => {
    const source = `{#foreach($i in [1..3])"$i": $input.json("$.a[$i]")#if($foreach.hasNext),#end#end}#set($x = "q$i")$x`;
    const { output, trace } = renderTraced(source, { body: '{"a":[0,"b",{"c":1}]}' });
    let at = 0;
    for (const { outputStart, outputEnd } of trace) {
      expect(outputStart).toBe(at);
      at = outputEnd;
    }
    expect(at).toBe(output.length);
  });

  it("points at what stands in a block, where it is printed", () => {
    expect(partsOf("#define($d)x$y#end#set($y = 1)$d")).toEqual(["x <- x", "1 <- $y"]);
  });

  it("leaves out what goes into a value", () => {
    expect(partsOf(`#set($x = "a#if(true)b#end")[$x]`)).toEqual(["[ <- [", "ab <- $x", "] <- ]"]);
  });

  it("gives the same output, overrides and context as render", () => {
    const source = "#set($context.responseOverride.status = 201)$context.stage";
    const event = { context: { stage: "dev" } };
    const { output, overrides, context } = compile(source).render(event);
    expect(renderTraced(source, event)).toMatchObject({ output, overrides, context });
  });

  it("fails as render does", () => {
    const source = "a $input.path('$.x').get(1)";
    const failure = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        const { code, range, message, reference } = error as VtlRenderError;
        return { code, range, message, reference };
      }
    };
    const event = { body: '{"x":[]}' };
    expect(failure(() => renderTraced(source, event))).toEqual(failure(() => compile(source).render(event)));
    expect(() => renderTraced(source, event)).toThrow(VtlRenderError);
  });
});
