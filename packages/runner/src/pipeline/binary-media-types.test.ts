import type { ContentHandling, Integration } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import type { Backend } from "../integration/backend.js";
import { backendOf, echoBackend, FUNCTION_URI, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

/** AWS developer guide, api-gateway-payload-encodings-workflow: each row of both tables. */

type Handling = ContentHandling | undefined;

const BYTES = Uint8Array.of(0x1f, 0x8b, 0xff, 0x41);
const TEXT_OF_BYTES = "H4v/QQ==";
const UTF_8 = new TextEncoder().encode("grün");

interface Sent {
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly binaryMediaTypes: readonly string[];
  readonly handling: Handling;
  readonly template?: string;
}

async function sendRequest({ payload, contentType, binaryMediaTypes, handling, template }: Sent) {
  const parts: Partial<Integration> = {
    type: "HTTP",
    uri: "https://backend.example.com/",
    httpMethod: "POST",
    ...(handling && { contentHandling: handling }),
    ...(template !== undefined && { requestTemplates: [{ contentType, text: template }] }),
  };
  const { backend, sent } = recordingBackend(echoBackend);
  const definition = { ...apiWith(route({ integration: integration(parts) })), binaryMediaTypes };
  const gateway = createGateway(definition, { backends: [backend] });
  const invocation = await gateway.invoke(
    request("POST", "/", { headers: { "Content-Type": contentType }, body: payload }),
  );
  return { invocation, body: sent[0]?.body };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a request", () => {
  it.each<[payload: string, contentType: string, media: string, handling: Handling, Uint8Array, Uint8Array]>([
    ["text", "text/plain", "undefined", undefined, UTF_8, UTF_8],
    ["text", "image/png", "undefined", undefined, UTF_8, UTF_8],
    ["text", "text/plain", "undefined", "CONVERT_TO_BINARY", utf8(TEXT_OF_BYTES), BYTES],
    ["text", "text/plain", "undefined", "CONVERT_TO_TEXT", UTF_8, UTF_8],
    ["text", "text/plain", "image/png", undefined, UTF_8, UTF_8],
    ["text", "text/plain", "image/png", "CONVERT_TO_BINARY", utf8(TEXT_OF_BYTES), BYTES],
    ["text", "text/plain", "image/png", "CONVERT_TO_TEXT", UTF_8, UTF_8],
    ["binary", "image/png", "image/png", undefined, BYTES, BYTES],
    ["binary", "image/png", "image/png", "CONVERT_TO_BINARY", BYTES, BYTES],
    ["binary", "image/png", "image/png", "CONVERT_TO_TEXT", BYTES, utf8(TEXT_OF_BYTES)],
    ["binary", "image/png", "image/*", undefined, BYTES, BYTES],
    ["binary", "text/plain", "*/*", undefined, BYTES, BYTES],
    ["binary", "image/png; q=1", "IMAGE/PNG", undefined, BYTES, BYTES],
    ["bytes that are no UTF-8, as text,", "text/plain", "undefined", undefined, BYTES, utf8("\u001f\ufffd\ufffdA")],
  ])(
    "with %s as %s, binaryMediaTypes %s, contentHandling %s",
    async (_, contentType, media, handling, payload, expected) => {
      const binaryMediaTypes = media === "undefined" ? [] : [media];
      const { invocation, body } = await sendRequest({ payload, contentType, binaryMediaTypes, handling });
      expect(invocation.response.status).toBe(200);
      expect(body).toEqual(expected);
    },
  );

  it.each(["text/plain", "image/png"])("of %s that should be Base64 and is not: 500", async (contentType) => {
    const { invocation, body } = await sendRequest({
      payload: utf8("this is a UTF8 text typed object"),
      contentType,
      binaryMediaTypes: [],
      handling: "CONVERT_TO_BINARY",
    });
    expect([invocation.response.status, body]).toEqual([500, undefined]);
  });

  it.each<[string, string, readonly string[], Handling, string | undefined]>([
    ["text", "text/plain", ["image/png"], undefined, "data: H4v/QQ=="],
    ["text with CONVERT_TO_TEXT", "text/plain", ["image/png"], "CONVERT_TO_TEXT", "data: H4v/QQ=="],
    ["text with CONVERT_TO_BINARY", "text/plain", [], "CONVERT_TO_BINARY", undefined],
    ["binary", "image/png", ["image/png"], undefined, undefined],
    ["binary with CONVERT_TO_BINARY", "image/png", ["image/png"], "CONVERT_TO_BINARY", undefined],
    ["binary with CONVERT_TO_TEXT", "image/png", ["image/png"], "CONVERT_TO_TEXT", "data: SDR2L1FRPT0="],
  ])("template gets %s", async (_, contentType, binaryMediaTypes, handling, expected) => {
    const template = "data: $input.body";
    const payload = utf8(TEXT_OF_BYTES);
    const { invocation, body } = await sendRequest({ payload, contentType, binaryMediaTypes, handling, template });
    expect(invocation.response.status).toBe(expected === undefined ? 500 : 200);
    expect(body && new TextDecoder().decode(body)).toBe(expected);
    if (expected === undefined) {
      expect(invocation.log.join("\n")).toContain(
        "Execution failed due to configuration error: Unable to transform request",
      );
    }
  });
});

interface Received {
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly accept: string;
  readonly binaryMediaTypes: readonly string[];
  readonly handling: Handling;
  readonly template?: string;
}

function receive({ payload, contentType, accept, binaryMediaTypes, handling, template }: Received) {
  const parts: Partial<Integration> = {
    type: "HTTP",
    uri: "https://backend.example.com/",
    httpMethod: "GET",
    responses: [
      {
        statusCode: "200",
        responseParameters: {},
        responseTemplates: template === undefined ? [] : [{ contentType: "application/json", text: template }],
        ...(handling && { contentHandling: handling }),
      },
    ],
  };
  const backend = backendOf(() => ({ headers: [["Content-Type", contentType]], body: payload }));
  const definition = { ...apiWith(route({ integration: integration(parts) })), binaryMediaTypes };
  return createGateway(definition, { backends: [backend] }).invoke(
    request("GET", "/", { headers: { Accept: accept } }),
  );
}

const ENCODED = utf8(TEXT_OF_BYTES);

describe("a response", () => {
  const none: readonly string[] = [];
  const png = ["image/png"];
  type Row = [payload: string, accept: string, media: readonly string[], handling: Handling, Uint8Array, Uint8Array];
  it.each<Row>([
    ["text", "text/plain", none, undefined, UTF_8, UTF_8],
    ["binary", "text/plain", none, undefined, BYTES, utf8("\u001f\ufffd\ufffdA")],
    ["text", "text/plain", none, "CONVERT_TO_BINARY", ENCODED, BYTES],
    ["text", "text/plain", none, "CONVERT_TO_TEXT", UTF_8, UTF_8],
    ["binary", "text/plain", none, "CONVERT_TO_TEXT", BYTES, utf8("\u001f\ufffd\ufffdA")],
    ["text", "text/plain", png, undefined, UTF_8, UTF_8],
    ["text", "text/plain", png, "CONVERT_TO_BINARY", ENCODED, BYTES],
    ["text", "text/plain", png, "CONVERT_TO_TEXT", UTF_8, UTF_8],
    ["text", "image/png", png, undefined, ENCODED, BYTES],
    ["text", "image/png", png, "CONVERT_TO_BINARY", ENCODED, BYTES],
    ["text", "image/png", png, "CONVERT_TO_TEXT", UTF_8, UTF_8],
    ["binary", "text/plain", png, undefined, BYTES, ENCODED],
    ["binary", "text/plain", png, "CONVERT_TO_BINARY", BYTES, BYTES],
    ["binary", "text/plain", png, "CONVERT_TO_TEXT", BYTES, ENCODED],
    ["binary", "image/png", png, undefined, BYTES, BYTES],
    ["binary", "image/png", png, "CONVERT_TO_BINARY", BYTES, BYTES],
    ["binary", "image/png", png, "CONVERT_TO_TEXT", BYTES, ENCODED],
    ["binary", "image/png,text/plain", png, undefined, BYTES, BYTES],
    ["binary", "text/plain,image/png", png, undefined, BYTES, ENCODED],
    ["binary", "*/*", png, undefined, BYTES, ENCODED],
    ["binary", "image/*", png, undefined, BYTES, ENCODED],
  ])(
    "with %s, Accept %s, binaryMediaTypes %j, contentHandling %s",
    async (payload, accept, media, handling, bytes, expected) => {
      const contentType = payload === "text" ? "text/plain" : "image/png";
      const invocation = await receive({ payload: bytes, contentType, accept, binaryMediaTypes: media, handling });
      expect(invocation.response.status).toBe(200);
      expect(invocation.response.body).toEqual(expected);
    },
  );

  it.each<[string, Handling]>([
    ["image/png", undefined],
    ["text/plain", "CONVERT_TO_BINARY"],
  ])("of text that should be Base64 and is not, Accept %s, contentHandling %s: 500", async (accept, handling) => {
    const payload = utf8("this is a UTF8 text typed object");
    const invocation = await receive({ payload, contentType: "text/plain", accept, binaryMediaTypes: png, handling });
    expect(invocation.response.status).toBe(500);
    expect(textOfResponse(invocation)).toBe('{"message": "Internal server error"}');
  });

  it.each<[string, string, Handling, string | undefined]>([
    ["text", "text/plain", undefined, "data: H4v/QQ=="],
    ["binary as Base64", "image/png", "CONVERT_TO_TEXT", "data: SDR2L1FRPT0="],
    ["binary", "image/png", "CONVERT_TO_BINARY", undefined],
    ["decoded text", "text/plain", "CONVERT_TO_BINARY", undefined],
  ])("template gets %s", async (_, contentType, handling, expected) => {
    const template = "data: $input.body";
    const invocation = await receive({
      payload: ENCODED,
      contentType,
      accept: "text/plain",
      binaryMediaTypes: png,
      handling,
      template,
    });
    expect(invocation.response.status).toBe(expected === undefined ? 500 : 200);
    if (expected !== undefined) expect(textOfResponse(invocation)).toBe(expected);
  });
});

describe("a MOCK beside binaryMediaTypes */*", () => {
  const mock = (handling: Handling) => ({
    ...apiWith(
      route({
        integration: integration({
          requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
          responses: [
            {
              statusCode: "200",
              responseParameters: {},
              responseTemplates: [{ contentType: "application/json", text: "ok" }],
            },
          ],
          ...(handling && { contentHandling: handling }),
        }),
      }),
    ),
    binaryMediaTypes: ["*/*"],
  });

  it.each<[Handling, number]>([
    [undefined, 500],
    ["CONVERT_TO_TEXT", 200],
  ])("with contentHandling %s: %i", async (handling, status) => {
    const invocation = await createGateway(mock(handling)).invoke(request("OPTIONS", "/"));
    expect(invocation.response.status).toBe(status);
  });
});

/** serverless/serverless#7705, serverless-apigwy-binary#8. */
describe("a function's Base64 that becomes bytes", () => {
  const answerOf = async (payload: string, handling: Handling, accept = "*/*", binaryMediaTypes = ["image/png"]) => {
    const responses = [{ statusCode: "200", responseParameters: {}, responseTemplates: [] }].map((response) => ({
      ...response,
      ...(handling && { contentHandling: handling }),
    }));
    const declared = integration({ type: "AWS", uri: FUNCTION_URI, httpMethod: "POST", responses });
    const backend: Backend = { send: async () => ({ kind: "function", payload: utf8(payload), failed: false }) };
    const gateway = createGateway(
      { ...apiWith(route({ integration: declared })), binaryMediaTypes },
      { backends: [backend] },
    );
    const { response } = await gateway.invoke(request("GET", "/", { headers: { Accept: accept } }));
    return [response.status, response.body];
  };

  it.each<[what: string, payload: string, handling: Handling, accept: string]>([
    ["is a JSON string", JSON.stringify(TEXT_OF_BYTES), "CONVERT_TO_BINARY", "*/*"],
    ["is a JSON string with escapes", '"H4v\\/QQ=="', "CONVERT_TO_BINARY", "*/*"],
    ["stands bare, as a stub may write it", TEXT_OF_BYTES, "CONVERT_TO_BINARY", "*/*"],
    ["is asked for by Accept alone", JSON.stringify(TEXT_OF_BYTES), undefined, "image/png"],
  ])("%s", async (_, payload, handling, accept) => {
    expect(await answerOf(payload, handling, accept)).toEqual([200, BYTES]);
  });

  it("has to be Base64: 500", async () => {
    for (const payload of ['"not Base64!"', '{"a":1}', '"'])
      expect((await answerOf(payload, "CONVERT_TO_BINARY"))[0]).toBe(500);
  });

  it("stays a JSON string without a conversion", async () => {
    expect(await answerOf(JSON.stringify(TEXT_OF_BYTES), undefined)).toEqual([200, utf8(`"${TEXT_OF_BYTES}"`)]);
  });
});
