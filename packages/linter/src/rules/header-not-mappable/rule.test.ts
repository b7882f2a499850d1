import type { IntegrationType } from "@apigw-vtl/definitions";
import { expect, it } from "vitest";
import { messagesOf } from "../../testing/check-rule.js";
import { headerNotMappable } from "./rule.js";

const found = (name: string, type: IntegrationType = "AWS") => {
  const requestParameters = { [`integration.request.header.${name}`]: "method.request.header.x" };
  return messagesOf(headerNotMappable, { type, requestParameters }).length;
};

it("finds headers that no mapping may set", () => {
  expect([found("Content-Length"), found("transfer-encoding", "HTTP"), found("Authorization")]).toEqual([1, 1, 1]);
});

it("accepts others, and Authorization to an HTTP backend", () => {
  expect([found("Content-Type"), found("X-Amz-Target"), found("Authorization", "HTTP")]).toEqual([0, 0, 0]);
});
