import { expect, it } from "vitest";
import { check, highlights } from "../../testing/check-rule.js";
import { epochMilliseconds } from "./rule.js";

it("finds a day in seconds, also through a variable", () => {
  expect(highlights(epochMilliseconds, "#set($ttl = $context.requestTimeEpoch + 86400)")).toEqual([
    "$context.requestTimeEpoch + 86400",
  ]);
  expect(check(epochMilliseconds, "#set($now = $context.requestTimeEpoch)#set($ttl = $now + (60 * 60))")).toHaveLength(
    1,
  );
});

it("accepts milliseconds, and seconds added to seconds", () => {
  const source = "#set($a = $context.requestTimeEpoch + 86400000)#set($b = $context.requestTimeEpoch / 1000 + 86400)";
  expect(highlights(epochMilliseconds, source)).toEqual([]);
});
