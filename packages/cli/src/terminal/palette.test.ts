import { describe, expect, it } from "vitest";
import { wantsColour } from "./palette.js";

const terminal = { isTTY: true, write: () => {} };
const pipe = { isTTY: false, write: () => {} };

describe("wantsColour", () => {
  it.each([
    ["a terminal", terminal, {}, undefined, true],
    ["a pipe", pipe, {}, undefined, false],
    ["--color", pipe, { NO_COLOR: "1", TERM: "dumb" }, true, true],
    ["--no-color", terminal, { FORCE_COLOR: "1" }, false, false],
    ["NO_COLOR", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, undefined, false],
    ["an empty NO_COLOR, which means nothing", terminal, { NO_COLOR: "" }, undefined, true],
    ["FORCE_COLOR on a pipe", pipe, { FORCE_COLOR: "1" }, undefined, true],
    ["an empty FORCE_COLOR", pipe, { FORCE_COLOR: "" }, undefined, true],
    ["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, undefined, false],
    ["FORCE_COLOR=false", terminal, { FORCE_COLOR: "false" }, undefined, false],
    ["TERM=dumb", terminal, { TERM: "dumb" }, undefined, false],
    ["FORCE_COLOR with TERM=dumb", terminal, { TERM: "dumb", FORCE_COLOR: "1" }, undefined, true],
  ])("%s", (_what, stream, env, flag, expected) => expect(wantsColour(stream, env, flag)).toBe(expected));
});
