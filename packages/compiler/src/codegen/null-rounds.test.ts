import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";

const list = "$input.path('$.l')";
const body = '{"l":[1,null,2]}';

/** Outputs are those of Velocity 1.7. */
describe("a round over null hides what it sets the loop variable to", () => {
  it.each([
    ["#set", `#foreach($x in ${list})#set($x=5)$x|#end`, "5||5|"],
    [
      "until a loop of the same variable ends",
      `#foreach($x in ${list})#foreach($x in [1])#end#set($x=5)$x|#end`,
      "5|5|5|",
    ],
    [
      "the second of two such loops",
      `#foreach($x in ${list})#foreach($x in [7])#end#foreach($x in [8])$x;#end|#end`,
      "8;|8;|8;|",
    ],
    [
      "that loop left by #break",
      `#foreach($x in ${list})#foreach($x in [1])#break#end#define($x)d#end$x|#end`,
      "d|d|d|",
    ],
    [
      "and again once a round over null inside begins",
      `#foreach($x in ${list})#foreach($x in [1])#end#foreach($x in ${list})#set($x=5)$x,#end#set($x=6)$x|#end$x`,
      "5,,5,6|5,,,6|5,,5,6|",
    ],
  ])("%s", (_name, template, output) => {
    expect(compile(template).render({ body }).output).toBe(output);
  });
});
