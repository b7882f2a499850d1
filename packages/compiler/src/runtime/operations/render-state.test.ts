import { describe, expect, it } from "vitest";
import { RenderState } from "./render-state.js";
import { contextOf, stageVariablesOf } from "./roots.js";

const state = (limits = { output: 10, steps: 10, milliseconds: 5_000 }) =>
  new RenderState({ context: { stage: "dev" } }, limits);

describe("limits of a rendering", () => {
  it("let a rendering take exactly as many steps as given", () => {
    const own = state();
    for (let i = 0; i < 10; i++) own.round(0);
    expect(() => own.round(0)).toThrow(expect.objectContaining({ code: "limit-steps" }));
  });

  it("count many steps at once", () => {
    const own = state();
    own.spend(9);
    expect(() => own.spend(2)).toThrow(expect.objectContaining({ code: "limit-steps" }));
  });

  it("let the output be exactly as long as given", () => {
    expect(() => state().checkLength(10)).not.toThrow();
    expect(() => state().checkLength(11)).toThrow(expect.objectContaining({ code: "limit-output" }));
    expect(() => state().round(11)).toThrow(expect.objectContaining({ code: "limit-output" }));
  });
});

describe("roots", () => {
  it("are made once for a rendering, when they are first asked for", () => {
    const own = state();
    expect(contextOf(own)).toBe(contextOf(own));
    expect(stageVariablesOf(own)).toBe(stageVariablesOf(own));
    expect(contextOf(own)).not.toBe(contextOf(state()));
  });
});

describe("macros", () => {
  it("are what they were first defined to be", () => {
    const own = state();
    const first = () => {};
    own.defineMacro("m", [], first);
    own.defineMacro("m", ["x"], () => {});
    expect(own.macro("m")).toEqual({ parameters: [], body: first });
  });
});
