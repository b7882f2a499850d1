import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { accessLogOnlyContext } from "./rule.js";

it("finds what only logs know", () => {
  expect(
    highlights(accessLogOnlyContext, "$context.status $context.integration.latency ${context.error.message}"),
  ).toEqual(["$context.status", "$context.integration.latency", "${context.error.message}"]);
});

it("accepts what templates have, and what the template writes itself", () => {
  const source = "$context.stage $context.responseOverride.status #set($context.status = 1)$context.status";
  expect(highlights(accessLogOnlyContext, source)).toEqual([]);
});
