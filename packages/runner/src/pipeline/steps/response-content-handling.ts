import type { ContentHandling } from "@apigw-vtl/definitions";
import { convertPayload, responseConversion } from "../../binary/convert-payload.js";
import { configurationError } from "../../gateway-response/gateway-failure.js";
import type { HeaderList } from "../../integration/backend.js";
import { headerOf } from "../../request/headers.js";
import { contentTypeOf, isBinaryMediaType } from "../../request/media-type.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";

/** Converts the integration's payload between text and binary, by its type, what is accepted, and `contentHandling`. */
export function convertResponse(
  exchange: RoutedExchange,
  handling: ContentHandling | undefined,
  answer: { readonly headers: HeaderList; readonly body: Uint8Array },
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
  const payload = convertPayload(answer.body, conversion);
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
