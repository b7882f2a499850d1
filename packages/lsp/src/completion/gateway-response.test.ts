import { describe, expect, it } from "vitest";
import { CompletionRequest, CompletionResolveRequest, HoverRequest } from "vscode-languageserver-protocol";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

/** A document with this text as the body of a gateway response. */
const openResponse = (text: string): Promise<TestDocument> =>
  client.current.open(
    JSON.stringify({
      openapi: "3.0.1",
      "x-amazon-apigateway-gateway-responses": {
        DEFAULT_4XX: { responseTemplates: { "application/json": text } },
      },
    }),
    "api.json",
    "json",
  );

async function items(text: string) {
  const reply = await (await openResponse(text)).at(CompletionRequest.type);
  return reply === null || Array.isArray(reply) ? (reply ?? []) : reply.items;
}

const labels = async (text: string): Promise<readonly string[]> => (await items(text)).map(({ label }) => label);

describe("in the template of a gateway response", () => {
  it("the variables are offered that it replaces, and nothing of VTL", async () => {
    expect(await labels("{m: $|}")).toEqual(["context", "stageVariables", "method"]);
    expect(await labels("{m: ${|}}")).toEqual([]);
    expect(await labels("#|")).toEqual([]);
    expect(await labels("$util.|")).toEqual([]);
    expect(await labels("$method.|")).toEqual(["request"]);
  });

  it("$context has what is said of the error, but none of Java's methods", async () => {
    const members = await labels("$context.|");
    expect(members).toEqual(expect.arrayContaining(["error", "requestId", "identity"]));
    expect(members).not.toContain("keySet");
    expect(members).not.toContain("requestOverride");
    expect(await labels("{m: $context.error.|}")).toEqual([
      "message",
      "messageString",
      "responseType",
      "validationErrorString",
    ]);
    const [message] = await items("$context.error.m|");
    const { documentation } = await client.current.connection.sendRequest(CompletionResolveRequest.type, message!);
    expect(documentation).toMatchObject({ value: expect.stringContaining("without quotes") });
  });

  it("hovers tell of them, and of nothing that is printed as it stands", async () => {
    const hover = async (text: string) => (await openResponse(text)).at(HoverRequest.type);
    const found = await hover("{m: $context.error.[|mess|ageString|]}");
    expect(found?.contents).toMatchObject({
      value: expect.stringMatching(/\$context\.error\.messageString\n[\s\S]*quotes/),
    });
    expect(await hover("$input.bo|dy")).toBeNull();
    expect(await hover("#i|f($context.stage)#end")).toBeNull();
  });
});

describe("in a mapping template", () => {
  it("nothing is said of errors: they are those of gateway responses", async () => {
    const reply = await (await client.current.open("$context.|")).at(CompletionRequest.type);
    const found = reply === null || Array.isArray(reply) ? reply : reply.items;
    expect(found?.map(({ label }) => label)).not.toContain("error");
  });
});
