import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { truthyReferenceTest } from "../truthy-reference-test/rule.js";
import { stringifiedAuthorizerValue } from "./rule.js";

it("finds an authorizer's value as a condition, also through a variable", () => {
  const source = "#set($a = $context.authorizer.isAdmin)#if($a && !$context.authorizer.blocked)x#end";
  expect(highlights(stringifiedAuthorizerValue, source)).toEqual(["$a", "!$context.authorizer.blocked"]);
});

it("accepts comparisons, with a boolean as well", () => {
  const source = `#if($context.authorizer.isAdmin == "true" || $context.authorizer.isAdmin == true)x#end`;
  expect(highlights(stringifiedAuthorizerValue, source)).toEqual([]);
});

it("compares with the text", () => {
  expect(fixOf(stringifiedAuthorizerValue, "#if(!$context.authorizer.a)x#end")).toBe(
    '#if($context.authorizer.a != "true")x#end',
  );
});

it("leaves what the service says of the caller to the rule for tests of presence", () => {
  const source = "#set($a = $context.authorizer)#if($a && $a.principalId && $a.claims && $a.claims.sub)x#end";
  expect(highlights(stringifiedAuthorizerValue, source)).toEqual([]);
  expect(highlights(truthyReferenceTest, source)).toEqual(["$a", "$a.principalId", "$a.claims", "$a.claims.sub"]);
});
