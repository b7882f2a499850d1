import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";

/** Outputs are those of Velocity 1.7. */
describe("what Velocity puts together again from its tokens", () => {
  it.each([
    ["$!!x", "$!x"],
    ["$$x $!\\x #a", "$x $\\x #a"],
    ["a$\nb$$ c $! d #! #$x e$$y", "a$\nb$$ c $ d #! $x e$y"],
    ["\\#set($x=1)", "#set($x=1)"],
    ["\\\\\\#set($x=1)", "\\#set($x=1)"],
    ["\\#if(1)\\#end\\#foo", "#if(1)#end\\#foo"],
  ])("#literal() prints %j as %j", (block, printed) => {
    expect(compile(`#literal()${block}#end.`).render({}).output).toBe(`${printed}.`);
  });

  it.each([
    ["a\\#if b", "a#if b"],
    ["$!\\x $!!x \\$x", "\\x !x $x"],
  ])("the call of a macro that does not exist prints %j as %j", (block, printed) => {
    const { output } = compile(`#@mm([])${block}#end.`, { dialect: "velocity" }).render({});
    expect(output).toBe(`#@mm([])${printed}#end.`);
  });
});
