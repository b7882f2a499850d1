import { expect, it } from "vitest";
import { check, factsOf, fixOf, highlights } from "../../testing/check-rule.js";
import { unknownContextMember } from "./rule.js";

it("finds misspelt members and writes the nearest one", () => {
  const source = '{"a":"$context.conectedAt","b":"$context.connectionId","c":"$context.identity.sourceIP"}';
  expect(highlights(unknownContextMember, source)).toEqual(["conectedAt", "identity.sourceIP"]);
  expect(fixOf(unknownContextMember, source)).toBe(
    '{"a":"$context.connectedAt","b":"$context.connectionId","c":"$context.identity.sourceIp"}',
  );
});

it("finds members that look like nothing there is, and fixes nothing", () => {
  const source = "$context.user ${context.identity.email}";
  expect(highlights(unknownContextMember, source)).toEqual(["user", "identity.email"]);
  expect(fixOf(unknownContextMember, source)).toBe(source);
});

it("finds members of another kind of API", () => {
  const source = "$context.connectionId $context.resourcePath $context.stage";
  const of = (apiType: "REST" | "WEBSOCKET") =>
    highlights(unknownContextMember, source, { facts: factsOf({ apiType }) });
  expect(of("REST")).toEqual(["connectionId"]);
  expect(of("WEBSOCKET")).toEqual(["resourcePath"]);
  expect(highlights(unknownContextMember, source)).toEqual([]);
  expect(check(unknownContextMember, source, { facts: factsOf() })[0]!.message).toContain("WebSocket APIs only");
});

it("accepts what an authorizer gives under any name, overrides, methods, and what the template sets", () => {
  const source =
    "$context.authorizer.tenant $context.authorizer.claims.email $context.identity.keySet() $context.authorizer['x'] " +
    "#set($context.responseOverride.header.X-Id = $context.requestId)#set($context.note = 1)$context.note";
  expect(highlights(unknownContextMember, source)).toEqual([]);
});

it("leaves members of texts and of access logs to other rules", () => {
  expect(highlights(unknownContextMember, "$context.requestId.json $context.status $context.error.message")).toEqual(
    [],
  );
});
