import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { hostVariable } from "./rule.js";

it("finds CloudFormation's and Serverless's variables", () => {
  expect(highlights(hostVariable, '{"arn": "arn:aws:states:${AWS::Region}:1"}')).toEqual(["${AWS::Region}"]);
  expect(highlights(hostVariable, "${self:custom.table}")).toEqual(["${self:custom.table}"]);
});

it("accepts Velocity's own references", () => {
  expect(highlights(hostVariable, "${context.requestId} ${stageVariables.region} $AWS")).toEqual([]);
});
