import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { FUNCTION_URI } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { stubBackend } from "./stub-backend.js";

const stub = stubBackend({ hintOf: ({ target }) => `nothing is sent to ${target.kind}` });

async function stubbed(parts: Parameters<typeof integration>[0]) {
  const gateway = createGateway(apiWith(route({ integration: integration(parts) })), { backends: [stub] });
  const invocation = await gateway.invoke(request("POST", "/", { body: "{}" }));
  return JSON.parse(textOfResponse(invocation));
}

describe("a stub shows the request that would have been sent", () => {
  it("to an AWS service, with what names the action", async () => {
    const uri = "arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem";
    expect(await stubbed({ type: "AWS", uri, httpMethod: "POST" })).toMatchObject({
      stub: "nothing answers for dynamodb GetItem here",
      hint: "nothing is sent to aws",
      request: {
        method: "POST",
        url: "https://dynamodb.eu-west-1.amazonaws.com/",
        headers: { "X-Amz-Target": "DynamoDB_20120810.GetItem", "Content-Type": "application/x-amz-json-1.0" },
        body: "{}",
      },
    });
  });

  it("to a function", async () => {
    const answer = await stubbed({ type: "AWS", uri: FUNCTION_URI, httpMethod: "POST" });
    expect(answer.stub).toMatch(/^nothing answers for the function \w+ here$/);
    expect(answer.request).toMatchObject({ method: "POST", headers: { "X-Amz-Invocation-Type": "RequestResponse" } });
  });

  it("to an HTTP server", async () => {
    const answer = await stubbed({ type: "HTTP", uri: "http://example.com/a", httpMethod: "PUT" });
    expect(answer.request).toMatchObject({ method: "PUT", url: "http://example.com/a", body: "{}" });
  });
});
