import { describe, expect, it } from "vitest";
import { whyNoSteps } from "./why-no-steps.js";

const API = "file:///p/api.yaml";
const FILE = "file:///p/a.vtl";
const USE = { definition: "/p/api.yaml", route: "GET /", direction: "request" } as const;

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
    expect(whyNoSteps({ ...view, template: {} })?.reason).toContain(reason);
  });

  it("that no definition has", () => {
    expect(whyNoSteps({ uri: FILE, facts: {}, template: {} })).toMatchObject({
      reason: expect.stringContaining("not known which method"),
      hint: expect.stringContaining("templatefile()"),
    });
  });

  it("in a file that a program names", () => {
    const view = { uri: FILE, facts: { apiType: "REST" as const }, template: { referredFrom: "/p/stack.py" } };
    expect(whyNoSteps(view)?.hint).toContain("cdk synth");
  });

  it("but for others there is", () => {
    const facts = { apiType: "REST" as const };
    expect(whyNoSteps({ uri: API, facts, template: { use: USE } })).toBeUndefined();
    const template = { use: { ...USE, definition: "/p/main.tf" }, referredFrom: "/p/main.tf" };
    expect(whyNoSteps({ uri: FILE, facts, template })).toBeUndefined();
  });
});
