import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

describe("what the construct around a template tells", () => {
  const factsOf = async (path: string, text: string) =>
    (await findTemplates({ path, text }, grammarHost)).templates.map(({ facts }) => facts);

  it.each([
    [
      "stack.ts",
      'api.addGatewayResponse("g", { type: apigw.ResponseType.UNAUTHORIZED, templates: { "a/b": "{}" }, statusCode: "401" });',
    ],
    [
      "stack.ts",
      'new GatewayResponse(this, "g", { restApi: api, type: ResponseType.UNAUTHORIZED, statusCode: "401", templates: { "a/b": "{}" } });',
    ],
    [
      "stack.py",
      'api.add_gateway_response("g", type=apigw.ResponseType.UNAUTHORIZED, status_code="401", templates={"a/b": "{}"})\n',
    ],
  ])("the type of a gateway response, in %s: %s", async (path, text) => {
    const [facts, ...others] = await factsOf(path, text);
    expect(others).toEqual([]);
    expect(facts).toMatchObject({
      direction: "response",
      contentType: "a/b",
      gatewayResponse: { responseType: "UNAUTHORIZED", statusCode: "401" },
    });
    expect(facts?.integration).toBeUndefined();
  });

  it("is nothing where templates are something else", async () => {
    expect(await factsOf("mail.ts", 'sendGatewayResponse({ templates: { "a/b": "{}" } });')).toEqual([]);
  });

  it.each([
    ["stack.ts", 'StepFunctionsIntegration.startExecution(machine, { requestTemplates: { "a/b": "{}" } });'],
    ["stack.py", 'apigw.StepFunctionsIntegration.start_execution(machine, request_templates={"a/b": "{}"})\n'],
  ])("the service that a function of a construct calls, in %s", async (path, text) => {
    const [facts] = await factsOf(path, text);
    expect(facts?.integration).toMatchObject({ type: "AWS", service: "states", action: "StartSyncExecution" });
  });
});
