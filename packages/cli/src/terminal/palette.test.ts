import { describe, expect, it } from "vitest";
import { wantsColour } from "./palette.js";

const terminal = { isTTY: true, write: () => {} };
const pipe = { isTTY: false, write: () => {} };

describe("wantsColour", () => {
  it.each([
    ["a terminal", terminal, {}, true, true],
    ["a pipe", pipe, {}, true, false],
    ["--no-color", terminal, { FORCE_COLOR: "1" }, false, false],
    ["NO_COLOR", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["an empty NO_COLOR, which means nothing", terminal, { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR on a pipe", pipe, { FORCE_COLOR: "1" }, true, true],
    ["an empty FORCE_COLOR", pipe, { FORCE_COLOR: "" }, true, true],
    ["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR=false", terminal, { FORCE_COLOR: "false" }, true, false],
    ["TERM=dumb", terminal, { TERM: "dumb" }, true, false],
    ["FORCE_COLOR with TERM=dumb", terminal, { TERM: "dumb", FORCE_COLOR: "1" }, true, true],
  ])("%s", (_what, stream, env, flag, expected) => expect(wantsColour(stream, env, flag)).toBe(expected));
});
