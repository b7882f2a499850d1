import { validateHeaderName, validateHeaderValue } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, echoBackend, FUNCTION_URI } from "../testing/backends.js";
import { apiWith, integration, request, route } from "../testing/definitions.js";
import type { GatewayRequest } from "./invocation.js";

/** Whatever a client, a template or a backend does, `invoke` answers; only a bug of ours may reject. */

const template = (text: string) => [{ contentType: "application/json", text }];
const responses = [
  {
    statusCode: "200",
    responseParameters: { "method.response.header.X-A": "integration.response.body.a" },
    responseTemplates: template("$input.path('$.a') $input.json('$') $context.requestOverride.header.x"),
  },
];
const requestParameters = {
  "integration.request.header.X-A": "method.request.header.X-A",
  "integration.request.querystring.q": "method.request.multivaluequerystring.q",
  "integration.request.path.p": "method.request.path.proxy",
};
const requestTemplates = template(
  "#set($context.requestOverride.header.x = $input.params('q'))$input.json('$')$util.parseJson($input.body)",
);

function gatewayOf(type: "HTTP" | "HTTP_PROXY" | "AWS" | "AWS_PROXY" | "MOCK") {
  const uri = type.startsWith("AWS") ? FUNCTION_URI : "https://backend.example.com/{p}";
  const parts = integration({ type, uri, httpMethod: "POST", requestParameters, requestTemplates, responses });
  const paths = ["/", "/{proxy+}", "/a/{id}/b"];
  const routes = paths.map((path) =>
    route({
      path,
      integration: parts,
      validator: { body: path === "/", parameters: true },
      requestModels: { "application/json": { type: "object" } },
    }),
  );
  const definition = { ...apiWith(...routes), binaryMediaTypes: ["image/*"] };
  return createGateway(definition, { backends: [echoBackend] });
}

const headerName = fc.oneof(
  fc.constantFrom("Content-Type", "Accept", "X-A", "x-a", "__proto__", "constructor", "Host", "TE", "X-Forwarded-For"),
  fc.string({ unit: "binary" }),
);
const headerValue = fc.oneof(
  fc.constantFrom("application/json", "image/png", "*/*", ";", ",", "", "text/", "application/json; charset="),
  fc.string({ unit: "binary" }),
);
const anyText = fc.oneof(
  fc.constantFrom("{", "[", "{}", '{"a": {"__proto__": 1}}', "%", "%zz", "a=%ff&=&&b", "/../..//", "__proto__"),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json(),
);

const anyRequest: fc.Arbitrary<GatewayRequest> = fc.record({
  httpMethod: fc.oneof(fc.constantFrom("GET", "POST", "OPTIONS", "", "__proto__"), fc.string()),
  path: fc.oneof(
    anyText,
    anyText.map((text) => `/${text}`),
    fc.constantFrom("", "/", "/a/x/b", "/a//b"),
  ),
  queryString: anyText,
  headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 8 }),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    anyText.map((text) => new TextEncoder().encode(text)),
  ),
  testInvoke: fc.boolean(),
});

describe("invoke answers", () => {
  it.each(["MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"] as const)("any request to %s", async (type) => {
    const gateway = gatewayOf(type);
    await fc.assert(
      fc.asyncProperty(anyRequest, async (sent) => {
        const { response, steps, log } = await gateway.invoke(sent);
        expect(response.status).toBeGreaterThanOrEqual(100);
        expect(response.status).toBeLessThanOrEqual(599);
        expect(steps.length).toBeGreaterThan(0);
        expect(log.at(-1)).toContain(`Method completed with status: ${response.status}`);
      }),
      { numRuns: 300 },
    );
  });

  it("huge paths, queries and headers, as what the service does not take", async () => {
    const gateway = gatewayOf("HTTP_PROXY");
    const long = "x/".repeat(100_000);
    const headers = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`X-${at}`, "v".repeat(50)]));
    for (const sent of [
      request("GET", `/${long}`),
      request("GET", `/a/${"%41".repeat(50_000)}/b`),
      request("GET", `/x?${"q=1&".repeat(50_000)}`),
      request("GET", "/x", { headers }),
    ]) {
      expect((await gateway.invoke(sent)).response.status).toBe(431);
    }
  });

  it("whatever a template is", async () => {
    const words = fc.constantFrom(
      "#set($",
      "$context",
      ".responseOverride",
      ".status",
      " = ",
      "#end",
      "#foreach(",
      "{",
      "}",
      "'a'",
      "[1]",
      ")",
      '"',
      "\n",
      "header",
      "$input",
      ".path('$')",
      "#if(",
      "null",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 15 }), fc.array(words, { maxLength: 15 }), async (first, last) => {
        const definition = apiWith(
          route({
            integration: integration({
              requestTemplates: template(`${first.join("")}{"statusCode": 200}`),
              responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: template(last.join("")) }],
            }),
          }),
        );
        const { response } = await createGateway(definition).invoke(request("POST", "/", { body: '{"a": 1}' }));
        expect([200, 500]).toContain(response.status >= 100 && response.status < 500 ? 200 : response.status);
      }),
      { numRuns: 300 },
    );
  });

  it("whatever a backend answers", async () => {
    const backendAnswer = fc.record({
      status: fc.oneof(fc.integer(), fc.double()),
      headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 5 }),
      body: fc.oneof(fc.uint8Array(), anyText),
    });
    await fc.assert(
      fc.asyncProperty(
        backendAnswer,
        fc.constantFrom("HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"),
        async (answer, type) => {
          const uri = type.startsWith("AWS") ? FUNCTION_URI : "https://backend.example.com/";
          const definition = apiWith(route({ integration: integration({ type, uri, httpMethod: "POST", responses }) }));
          const gateway = createGateway(definition, { backends: [backendOf(() => answer)] });
          const { response, steps } = await gateway.invoke(request("POST", "/"));
          expect(response.status).toBeGreaterThanOrEqual(100);
          expect(steps.length).toBeGreaterThan(0);
          // What an HTTP server refuses to send would end it.
          for (const [name, value] of response.headers) {
            expect(() => validateHeaderName(name)).not.toThrow();
            expect(() => validateHeaderValue(name, value)).not.toThrow();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
