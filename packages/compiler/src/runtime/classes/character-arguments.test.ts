import { expect, it } from "vitest";
import { compile } from "../../compile.js";

/** Velocity 1.7 passes single characters, or none, where the last parameter is an array of them. */
it.each([
  ["$s.valueOf().length()", "0"],
  ["$s.copyValueOf().length()", "0"],
  ["$s.copyValueOf($s.charAt(0))", "a"],
  ["$s.copyValueOf($s.charAt(0), $s.charAt(1))", "ab"],
  ["$s.valueOf($s.charAt(0), $s.charAt(1))", "ab"],
  ["$s.copyValueOf($s.toCharArray())", "ab"],
  ["$s.copyValueOf('x')", ""],
  ["$s.valueOf(1, 2)", ""],
])("%s", (call, output) => {
  expect(compile(`#set($s = 'ab')${call}`).render({}).output).toBe(output);
});
