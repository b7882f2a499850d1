import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import type { VtlRenderError } from "../errors.js";

// What Velocity does (reference engine): a #break without an argument is caught by the nearest loop, macro or block;
// one with a scope goes on until the loop of that scope, through whatever stands between.
function outcome(source: string, dialect?: "velocity"): string {
  try {
    return compile(source, dialect && { dialect }).render({}).output;
  } catch (error) {
    return (error as VtlRenderError).code;
  }
}

describe("#break with a scope", () => {
  it.each([
    ["a loop around", "#foreach($j in [1..2])#foreach($i in [1..3])$i#break($foreach.parent)x#end-#end y", "1 y"],
    [
      "the loop in which a block is printed",
      "#define($d)p#break($foreach)q#end#foreach($i in [1..3])$i<$d>#end y",
      "1<p y",
    ],
    [
      "a loop around that one",
      "#define($d)p#break($foreach.parent)q#end#foreach($k in [1..2])$k#foreach($i in [1..3])$i<$d>#end-#end y",
      "11<p y",
    ],
    [
      "a loop from within a block in a string",
      '#define($d)p#break($foreach)q#end#foreach($i in [1..3])$i#set($x="<$d>")w$x#end y',
      "1 y",
    ],
    [
      "a loop from within a condition",
      "#define($d)p#break($foreach)q#end#foreach($i in [1..3])$i#if($d)w#end#end y",
      "1 y",
    ],
  ])("ends %s", (_title, source, printed) => {
    expect(outcome(source)).toBe(printed);
  });

  it.each([
    ["a loop that is over", "#foreach($i in [1..2])#set($f = $foreach)#end a#break($f)b"],
    [
      "another loop's than those around",
      "#foreach($i in [1..2])#set($f = $foreach)#end#foreach($j in [1..2])a#break($f)b#end",
    ],
    [
      "a loop that is over, beside a #stop",
      '#foreach($i in [1..2])#set($f = $foreach)#end#break($f)#if(false)#set($x="#stop")#end',
    ],
  ])("fails for %s", (_title, source) => {
    expect(outcome(source)).toBe("not-a-scope");
  });
});

// What a block is ended by goes past the line that lowers its depth again, of which two are allowed.
describe("a block counts as one that is still being printed when it is ended by", () => {
  it.each([
    [
      "the #break of a loop around",
      "#define($b)x#break($foreach)#end#foreach($i in [1..4])#foreach($j in [1])$b,#end#end|$b|",
      "xx$b,$b,|$b|",
    ],
    [
      "such a #break, quietly",
      "#define($b)x#break($foreach)#end#foreach($i in [1,2])#foreach($j in [1])$b#end#end|$!b|",
      "xx||",
    ],
  ])("%s", (_title, source, printed) => {
    expect(outcome(source)).toBe(printed);
  });

  it("a #stop in #evaluate, also under another name", () => {
    const source = "#define($b)x#stop#end#set($c = $b)#evaluate('$b')#evaluate('$b')#evaluate('$c')|$c|";
    expect(outcome(source, "velocity")).toBe("xx$c|$c|");
  });

  it("neither its own #break nor where it is defined anew", () => {
    expect(outcome("#define($b)x#break#end#foreach($i in [1..4])$b#end|$b|")).toBe("xxxx|x|");
    const anew = "#foreach($i in [1..4])#define($b)x#break($foreach)#end#foreach($j in [1])$b,#end#end";
    expect(outcome(anew)).toBe("xxxx");
  });
});

describe("#break in plain Velocity", () => {
  it.each([
    [
      "from #evaluate ends the loop of its scope",
      "#foreach($i in [1..3])$i#evaluate('#break($foreach)')x#end y",
      "1 y",
    ],
    [
      "from a macro ends the loop of its scope",
      "#macro(m)#break($foreach)#end#foreach($i in [1..3])$i#m()x#end y",
      "1 y",
    ],
    ["ends the macro it stands in", "#macro(m)a#break b#end#foreach($i in [1..3])$i#m()x#end y", "1ax2ax3ax y"],
    [
      "in a string ends the macro around",
      '#macro(m)#set($x="a#break b")$x#end#foreach($i in [1..3])$i#m()x#end y',
      "1x2x3x y",
    ],
    [
      "from a macro's block keeps what that has printed",
      "#macro(m)$bodyContent#end#foreach($i in [1..3])$i#@m()p#break($foreach)q#end#end y",
      "1p y",
    ],
    [
      "that ends a macro leaves it on Velocity's stack of calls",
      "#macro(m)#break#end#foreach($i in [1..30])#m()#end",
      "macro-depth",
    ],
  ])("%s", (_title, source, printed) => {
    expect(outcome(source, "velocity")).toBe(printed);
  });
});
