import type { Integration, IntegrationResponse } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import type { Backend } from "../integration/backend.js";
import { backendOf, FUNCTION_URI, functionOf } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";

/** Spec 6.5: what is recorded on AWS and documented of selection patterns. */

function response(statusCode: string, selectionPattern?: string): IntegrationResponse {
  return {
    statusCode,
    ...(selectionPattern !== undefined && { selectionPattern }),
    responseParameters: {},
    responseTemplates: [{ contentType: "application/json", text: `selected ${statusCode}` }],
  };
}

function invoke(parts: Partial<Integration>, backend?: Backend) {
  const definition = apiWith(route({ integration: integration(parts) }));
  return createGateway(definition, { backends: backend ? [backend] : [] }).invoke(request("GET", "/"));
}

const http = { type: "HTTP", uri: "https://backend.example.com/", httpMethod: "GET" } as const;
const lambda = { type: "AWS", uri: FUNCTION_URI, httpMethod: "POST" } as const;

describe("of an HTTP backend the status is matched", () => {
  const responses = [response("200"), response("400", "4\\d{2}"), response("500", "5\\d{2}")];

  it.each([
    [200, 200],
    [201, 200],
    [400, 400],
    [404, 400],
    [499, 400],
    [500, 500],
    [503, 500],
    [302, 200],
  ])("%i gives the response %i", async (status, selected) => {
    const invocation = await invoke(
      { ...http, responses },
      backendOf(() => ({ status })),
    );
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([selected, `selected ${selected}`]);
  });
});

describe("a pattern", () => {
  it.each<[pattern: string, status: number, selected: number]>([
    ["404", 404, 400],
    ["40", 404, 200],
    ["4", 404, 200],
    ["4.*", 404, 400],
    ["400|404", 404, 400],
    ["^404$", 404, 400],
    ["(?!404)\\d+", 404, 200],
    ["[45]\\d\\d", 404, 400],
    ["\\d++", 404, 400],
    ["4\\d{2", 404, 200],
  ])("%s for the status %i: %i", async (pattern, status, selected) => {
    const responses = [response("200"), response("400", pattern)];
    const invocation = await invoke(
      { ...http, responses },
      backendOf(() => ({ status })),
    );
    expect(invocation.response.status).toBe(selected);
  });

  it("that is empty makes the default response", async () => {
    const invocation = await invoke(
      { ...http, responses: [response("200", "")] },
      backendOf(() => ({ status: 404 })),
    );
    expect(invocation.response.status).toBe(200);
  });

  it("of the lowest status goes first when several match", async () => {
    const responses = [response("502", ".+"), response("405", "4.."), response("200")];
    const invocation = await invoke(
      { ...http, responses },
      backendOf(() => ({ status: 404 })),
    );
    expect(invocation.response.status).toBe(405);
  });
});

describe("of a MOCK the statusCode of its template is matched", () => {
  it.each([
    [200, 200],
    [404, 400],
    [7, 200],
    [-1, 200],
    [123456, 200],
  ])("%i gives the response %i", async (statusCode, selected) => {
    const invocation = await invoke({
      requestTemplates: [{ contentType: "application/json", text: `{"statusCode": ${statusCode}}` }],
      responses: [response("200"), response("400", "4\\d{2}")],
    });
    expect(invocation.response.status).toBe(selected);
  });
});

describe("of several patterns that match", () => {
  const responses = [
    response("200"),
    response("400", "4\\d{2}"),
    response("404", "404"),
    response("409", "4\\d{2}"),
    response("500", "4|5\\d{2}"),
  ];

  it.each([
    ["is the integration's, whatever comes before", 404, 404],
    ["is the integration's, with the pattern of others", 409, 409],
    ["is the lowest, where none is the integration's", 418, 400],
    ["is not there: the default response", 302, 200],
  ])("the one wins whose own status %s: %i gives %i", async (_, status, selected) => {
    const requestTemplates = [{ contentType: "application/json", text: `{"statusCode": ${status}}` }];
    const mock = await invoke({ requestTemplates, responses });
    const backend = await invoke(
      { ...http, responses },
      backendOf(() => ({ status })),
    );
    expect([mock.response.status, backend.response.status]).toEqual([selected, selected]);
  });

  it("of a function's error it is the lowest, for no status is matched there", async () => {
    const patterns = [response("200"), response("502", ".*"), response("400", "[4]04"), response("404", "404")];
    const invocation = await invoke({ ...lambda, responses: patterns }, functionOf({ errorMessage: "404" }));
    expect(invocation.response.status).toBe(400);
  });
});

describe("of a function the errorMessage is matched", () => {
  const responses = [
    response("200"),
    response("405", ".*four hundred.*"),
    response("502", ".+"),
    response("504", "200"),
  ];

  it.each<[string, unknown, number]>([
    ["a value", "Pass", 200],
    ["an object without errorMessage", { message: "four hundred" }, 200],
    ["an empty object", {}, 200],
    ["null", null, 200],
    ["an errorMessage", { errorMessage: "Error: four hundred" }, 405],
    ["another errorMessage", { errorMessage: "Error" }, 502],
    ["an empty errorMessage", { errorMessage: "" }, 200],
    ["an errorMessage of 200", { errorMessage: "200" }, 502],
    ["an errorMessage of several lines, which `.` does not match", { errorMessage: "Error:\nfour hundred" }, 200],
  ])("%s: %s", async (_, returned, selected) => {
    const invocation = await invoke({ ...lambda, responses }, functionOf(returned));
    expect(invocation.response.status).toBe(selected);
  });

  it("and an error that no pattern is for comes as a 200 with its JSON", async () => {
    const responses = [{ ...response("200"), responseTemplates: [] }];
    const invocation = await invoke({ ...lambda, responses }, functionOf({ errorMessage: "boom", errorType: "Error" }));
    expect(invocation.response.status).toBe(200);
    expect(textOfResponse(invocation)).toBe('{"errorMessage":"boom","errorType":"Error"}');
  });
});

describe("no response for it", () => {
  it.each<[string, readonly IntegrationResponse[], number]>([
    ["no pattern matches and there is no default", [response("400", "4\\d{2}")], 200],
    ["there are no responses at all", [], 404],
  ])("%s: 500", async (_, responses, status) => {
    const invocation = await invoke(
      { ...http, responses },
      backendOf(() => ({ status })),
    );
    expect(invocation.response.status).toBe(500);
    expect(textOfResponse(invocation)).toBe('{"message": "Internal server error"}');
    expect(logTexts(invocation)).toContain(
      "Execution failed due to configuration error: No match for output mapping and no default output mapping configured. " +
        `Endpoint Response Status Code: ${status}`,
    );
    expect(logTexts(invocation).at(-1)).toBe("Method completed with status: 500");
  });

  it("the method does not declare the status: 500", async () => {
    const definition = apiWith(
      route({
        integration: integration({ ...http, responses: [response("200")] }),
        methodResponses: [{ statusCode: "201", headers: [] }],
      }),
    );
    const invocation = await createGateway(definition, { backends: [backendOf(() => ({}))] }).invoke(
      request("GET", "/"),
    );
    expect(invocation.response.status).toBe(500);
    expect(logTexts(invocation)).toContain(
      "Execution failed due to configuration error: Output mapping refers to an invalid method response: 200",
    );
  });
});
