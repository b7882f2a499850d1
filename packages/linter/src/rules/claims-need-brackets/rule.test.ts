import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { claimsNeedBrackets } from "./rule.js";

it("finds custom claims and Cognito's own", () => {
  expect(
    highlights(
      claimsNeedBrackets,
      '{"a": "$context.authorizer.claims.custom:tenant", "b": "$context.authorizer.claims.cognito:groups"}',
    ),
  ).toEqual(["$context.authorizer.claims.custom:tenant", "$context.authorizer.claims.cognito:groups"]);
});

it("accepts brackets, and a colon behind other names", () => {
  expect(
    highlights(claimsNeedBrackets, "$context.authorizer.claims['custom:tenant'] $input.params().header.custom: x"),
  ).toEqual([]);
});

it("writes brackets", () => {
  expect(fixOf(claimsNeedBrackets, "$context.authorizer.claims.custom:tenant")).toBe(
    "$context.authorizer.claims['custom:tenant']",
  );
});
