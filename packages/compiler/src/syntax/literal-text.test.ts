import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import { parse } from "../parse.js";

/** Outputs are those of Velocity 1.7. */
describe("what Velocity puts together again from its tokens", () => {
  it.each([
    ["$!!x", "$!x"],
    ["$$x $!\\x #a", "$x $\\x #a"],
    ["a$\nb$$ c $! d #! #$x e$$y", "a$\nb$$ c $ d #! $x e$y"],
    ["\\#set($x=1)", "#set($x=1)"],
    ["\\\\\\#set($x=1)", "\\#set($x=1)"],
    ["\\#if(1)\\#end\\#foo", "#if(1)#end\\#foo"],
    ["a$##x\n\\$$!##\n", "a$##\n\\$$!##\n"],
    ["a#**#b#*c$*#d$#*e*#f", "abdf"],
    ["a#**b*#c#***#d$#** e$$!*#f#**$*#", "a*#c#***#d$$!*#f#**$*#"],
  ])("#literal() prints %j as %j", (block, printed) => {
    expect(compile(`#literal()${block}#end.`).render({}).output).toBe(`${printed}.`);
  });

  it.each([
    ["a\\#if b", "a#if b"],
    ["$!\\x $!!x \\$x", "\\x !x $x"],
    ["a$##x\nb", "a$##\nb"],
    ["a#**#b#*c$*#d$#*e*#f#*$*#", "a#**#b$*#d*#f#*$*#"],
  ])("the call of a macro that does not exist prints %j as %j", (block, printed) => {
    const { output } = compile(`#@mm([])${block}#end.`, { dialect: "velocity" }).render({});
    expect(output).toBe(`#@mm([])${printed}#end.`);
  });

  it.each(["", "$", "$!", "\\\\$", "#$", "  \n$$"])(
    "of a #literal() with %j in it there is no token: it is refused",
    (block) => {
      for (const dialect of ["apigateway", "velocity"] as const) {
        const codes = parse(`a#literal()${block}#end b`, { dialect }).diagnostics.map(({ code }) => code);
        expect(codes).toEqual(["empty-literal"]);
      }
    },
  );

  it.each([" $", "\n\n", "#*x*#$", "##\n", "#[[]]#$"])("with %j there is", (block) => {
    expect(parse(`a#literal()${block}#end b`).diagnostics).toEqual([]);
  });
});
