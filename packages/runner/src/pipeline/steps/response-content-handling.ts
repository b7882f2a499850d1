import { PermissiveJson } from "@apigw-vtl/compiler";
import type { ContentHandling } from "@apigw-vtl/definitions";
import { convertPayload, responseConversion } from "../../binary/convert-payload.js";
import { configurationError } from "../../gateway-response/gateway-failure.js";
import type { IntegrationAnswer } from "../../integration/answer.js";
import { headerOf } from "../../request/headers.js";
import { contentTypeOf, isBinaryMediaType } from "../../request/media-type.js";
import { bytesOf, textOf } from "../../template/body-text.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";

/** Converts the integration's payload between text and binary, by its type, what is accepted, and `contentHandling`. */
export function convertResponse(
  exchange: RoutedExchange,
  handling: ContentHandling | undefined,
  answer: Pick<IntegrationAnswer, "headers" | "body"> & Partial<Pick<IntegrationAnswer, "selectedBy">>,
): Payload {
  const { definition, request, steps, route } = exchange;
  if (route.route.integration?.type === "MOCK" && handling === undefined) {
    // Otherwise no MOCK with a template could work beside `*/*`, and with CONVERT_TO_TEXT on its request it does (SAM#553).
    steps.add("response-content-handling", () => ({ outcome: "skipped", explanation: "A MOCK has no payload." }));
    return { kind: "text", bytes: answer.body };
  }
  const contentType = contentTypeOf(headerOf(answer.headers, "content-type"));
  const isBinary = isBinaryMediaType(contentType, definition.binaryMediaTypes);
  const acceptsBinary = isBinaryMediaType(request.accept, definition.binaryMediaTypes);
  const conversion = responseConversion(isBinary, acceptsBinary, handling);
  // A function that returns Base64 has it in a JSON string (serverless/serverless#7705, serverless-apigwy-binary#8).
  const isFunction = answer.selectedBy?.what === "errorMessage";
  const body = isFunction && conversion === "from-base64" ? contentOfString(answer.body) : answer.body;
  const payload = convertPayload(body, conversion);
  const facts = {
    contentType,
    payload: isBinary ? "binary" : "text",
    accept: request.accept,
    accepts: acceptsBinary ? "binary" : "text",
    contentHandling: handling ?? "none",
    conversion,
  };
  if (payload === undefined) {
    throw configurationError("Unable to base64 decode the body", {
      step: "response-content-handling",
      explanation:
        "The client is to get binary data (by contentHandling, or because Accept names a binary type), and the " +
        "integration's text is no Base64: the service answers 500.",
      facts,
    });
  }
  steps.add("response-content-handling", () => ({
    outcome: conversion === "to-utf-8" ? "skipped" : "done",
    explanation: {
      "as-is": "The payload is binary, and the client gets it as it is.",
      "to-utf-8": "The payload is text.",
      "to-base64": "The payload is binary and goes out as text: it becomes Base64.",
      "from-base64": "The payload is text and goes out as binary: its Base64 is decoded.",
    }[conversion],
    facts,
    input: { headers: answer.headers, body: answer.body },
    output: { body: payload.bytes },
  }));
  return payload;
}

/** What a JSON string says; any other payload as it is. */
function contentOfString(payload: Uint8Array): Uint8Array {
  const text = textOf(payload);
  if (!text.startsWith('"')) return payload;
  const value = PermissiveJson.parse(text)?.text("$");
  return value === undefined ? payload : bytesOf(value);
}
