import { describe, expect, it } from "vitest";
import { whyNoSteps } from "./why-no-steps.js";

const API = "file:///p/api.yaml";

describe("there is no way through a gateway for a template", () => {
  it.each([
    [
      "of a gateway response",
      { uri: API, facts: { gatewayResponse: { responseType: "DEFAULT_4XX" } } },
      "which no method runs",
    ],
    ["of a WebSocket API", { uri: API, facts: { apiType: "WEBSOCKET" as const } }, "Only requests to REST APIs"],
    ["in a CDK program", { uri: "file:///p/stack.ts", facts: { apiType: "REST" as const } }, "A program has to be run"],
  ])("%s", (_, view, reason) => {
    expect(whyNoSteps({ embedded: true, ...view }, view.uri)?.reason).toContain(reason);
  });

  it("in a file that no definition names", () => {
    const view = { uri: "file:///p/a.vtl", facts: {}, embedded: false };
    expect(whyNoSteps(view, undefined)).toMatchObject({
      reason: expect.stringContaining("names this file"),
      hint: expect.stringContaining("templatefile()"),
    });
  });

  it("in a file that a program names", () => {
    const view = { uri: "file:///p/a.vtl", facts: { apiType: "REST" as const }, embedded: false };
    expect(whyNoSteps(view, "file:///p/stack.py")?.hint).toContain("cdk synth");
  });

  it("but for others there is", () => {
    const facts = { apiType: "REST" as const };
    expect(whyNoSteps({ uri: API, facts, embedded: true }, API)).toBeUndefined();
    expect(whyNoSteps({ uri: "file:///p/a.vtl", facts, embedded: false }, "file:///p/main.tf")).toBeUndefined();
  });
});
