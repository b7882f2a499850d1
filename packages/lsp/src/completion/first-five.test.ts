import { expect, it } from "vitest";
import { type CompletionItem, CompletionRequest } from "vscode-languageserver-protocol/node";
import { sharedClient } from "../testing/shared-client.js";
import { firstFive } from "./first-five.data.js";

const client = sharedClient();
let opened = 0;

/** A method that declares what its requests have, with the template in it. */
const api = (template: string): string =>
  JSON.stringify({
    openapi: "3.0.1",
    paths: {
      "/orders/{id}": {
        post: {
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
            { name: "page", in: "query", schema: { type: "string" } },
            { name: "X-Tenant", in: "header", schema: { type: "string" } },
          ],
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } },
          "x-amazon-apigateway-integration": {
            type: "http",
            uri: "https://${stageVariables.host}/orders",
            requestParameters: { "integration.request.header.X-Order-Id": "method.request.path.id" },
            requestTemplates: { "application/json": template },
            responses: {
              default: {
                statusCode: "200",
                responseParameters: { "method.response.header.X-Total": "integration.response.header.Total" },
              },
            },
          },
          responses: { 200: { headers: { "X-Total": {}, Location: {} } } },
        },
      },
    },
    components: {
      schemas: {
        Order: {
          type: "object",
          properties: {
            customer: { type: "object", properties: { name: { type: "string" }, email: { type: "string" } } },
            lines: {
              type: "array",
              items: { type: "object", properties: { sku: { type: "string" }, quantity: { type: "integer" } } },
            },
            note: { type: "string" },
          },
        },
      },
    },
  });

it.each(firstFive)("at %s the list begins with %s", async (marked, wanted) => {
  const [before = "", after = ""] = marked.split("|");
  const mark = "\u0001";
  const text = api(`${before}${mark}${after}`);
  const document = await client.current.open(
    text.replace(JSON.stringify(mark).slice(1, -1), "|"),
    `${opened++}.json`,
    "json",
  );
  const reply = await document.at(CompletionRequest.type);
  const items = (Array.isArray(reply) ? reply : (reply?.items ?? [])) as CompletionItem[];
  const typed = /[\w-]*$/.exec(before)?.[0] ?? "";
  const shown = items.filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()) || typed === "");
  const sorted = [...shown].sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
  expect(
    sorted
      .slice(0, 5)
      .map(({ label }) => label)
      .join(" "),
  ).toBe(wanted);
});
