import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { gatewayResponseVtl } from "./rule.js";

const facts = factsOf({ gatewayResponse: { responseType: "DEFAULT_4XX" } });

it("finds directives, other variables, and calls", () => {
  const source = `#set($m = "x"){"message": "$m", "body": $input.json('$'), "id": "$context.identity.get('sourceIp')"}`;
  expect(highlights(gatewayResponseVtl, source, { facts })).toEqual([
    `#set($m = "x")`,
    "$m",
    "$input.json('$')",
    "$context.identity.get('sourceIp')",
  ]);
});

it("accepts plain variables", () => {
  const source =
    '{"message": $context.error.messageString, "type": "$context.error.responseType", "stage": "$stageVariables.name"}';
  expect(highlights(gatewayResponseVtl, source, { facts })).toEqual([]);
});

it("looks at gateway responses only", () => {
  expect(check(gatewayResponseVtl, "#set($m = 1)$m")).toEqual([]);
});
