import type { Integration } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

/** Spec 3 and 6.1, recorded and documented. */

function template(text: string) {
  return [{ contentType: "application/json", text }];
}

function response(text: string | undefined, responseParameters: Readonly<Record<string, string>> = {}) {
  return [{ statusCode: "200", responseParameters, responseTemplates: text === undefined ? [] : template(text) }];
}

async function invoke(parts: Partial<Integration>, url = "/") {
  const { backend, sent } = recordingBackend(backendOf(() => ({ body: "{}" })));
  const gateway = createGateway(
    apiWith(route({ path: "/{proxy+}", integration: integration(parts) }), route({ integration: integration(parts) })),
    {
      backends: [backend],
    },
  );
  const invocation = await gateway.invoke(request("POST", url));
  return { invocation, sent: sent[0] };
}

const http = { type: "HTTP", uri: "https://backend.example.com/{id}", httpMethod: "POST" } as const;

describe("$context.requestOverride", () => {
  it("goes over what is mapped", async () => {
    const { sent } = await invoke({
      ...http,
      requestParameters: {
        "integration.request.header.X-A": "'mapped'",
        "integration.request.querystring.q": "'mapped'",
        "integration.request.path.id": "'mapped'",
      },
      requestTemplates: template(
        '#set($context.requestOverride.header.X-A = "h")#set($context.requestOverride.querystring.q = "q v")' +
          '#set($context.requestOverride.path.id = "p/1 2")',
      ),
    });
    expect(sent?.target.url).toBe("https://backend.example.com/p/1%202?q=q%20v");
    expect(sent?.headers.filter(([name]) => name.toLowerCase() === "x-a")).toEqual([["X-A", "h"]]);
  });

  it("cannot set a header that cannot be mapped: 500", async () => {
    const requestTemplates = template('#set($context.requestOverride.header.Content-Length = "7")');
    expect((await invoke({ ...http, requestTemplates })).invocation.response.status).toBe(500);
  });

  it("of a list sets several values", async () => {
    const { sent } = await invoke({
      ...http,
      requestTemplates: template(
        '#set($context.requestOverride.header.X-A = ["1", "2"])#set($context.requestOverride.querystring.q = ["a", 3])',
      ),
    });
    expect(sent?.target.url).toBe("https://backend.example.com/{id}?q=a&q=3");
    expect(sent?.headers.filter(([name]) => name === "X-A")).toEqual([
      ["X-A", "1"],
      ["X-A", "2"],
    ]);
  });
});

describe("$context.responseOverride", () => {
  const set = (expression: string) => `#set($context.responseOverride.${expression})`;

  it.each<[expression: string, status: number]>([
    ["status = 418", 418],
    ["status = 100", 100],
    ["status = 599", 599],
    ["status = 99", 200],
    ["status = 600", 200],
    ["status = 200.5", 200],
    ['status = "418"', 200],
  ])("%s gives the status %i", async (expression, status) => {
    const { invocation } = await invoke({ ...http, responses: response(set(expression)) });
    expect(invocation.response.status).toBe(status);
  });

  it("goes over mapped headers, whatever their case, and may have several values", async () => {
    const { invocation } = await invoke({
      ...http,
      responses: response(set('header.x-a = "override"') + set('header.X-B = ["1", "2"]'), {
        "method.response.header.X-A": "'mapped'",
      }),
    });
    expect(invocation.response.headers.filter(([name]) => /^x-[ab]$/i.test(name))).toEqual([
      ["x-a", "override"],
      ["X-B", "1"],
      ["X-B", "2"],
    ]);
  });

  it("of the request template applies, and the response template sees it", async () => {
    const parts = { requestTemplates: template(`${set("status = 444")}{"statusCode": 200}`) };
    expect((await invoke({ ...parts, responses: response(undefined) })).invocation.response.status).toBe(444);
    const { invocation } = await invoke({ ...parts, responses: response("$context.responseOverride.status") });
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([444, "444"]);
    const other = await invoke({ ...parts, responses: response(set("status = 201")) });
    expect(other.invocation.response.status).toBe(201);
  });

  it("has no effect with a proxy", async () => {
    const { invocation } = await invoke({ ...http, type: "HTTP_PROXY", responses: response(set("status = 418")) });
    expect(invocation.response.status).toBe(200);
  });
});

describe("$context", () => {
  it("takes whatever the request template leaves to the response template", async () => {
    const { invocation } = await invoke({
      requestTemplates: template(
        '#set($context.stash = "kept")#set($context.requestOverride.path.body = "b"){"statusCode": 200}',
      ),
      responses: response("$context.stash $context.requestOverride.path.body $context.httpMethod"),
    });
    expect(textOfResponse(invocation)).toBe("kept b POST");
  });
});
