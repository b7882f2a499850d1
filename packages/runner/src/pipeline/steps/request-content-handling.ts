import type { Integration } from "@apigw-vtl/definitions";
import { convertPayload, requestConversion } from "../../binary/convert-payload.js";
import { configurationError } from "../../gateway-response/gateway-failure.js";
import { isBinaryMediaType } from "../../request/media-type.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";

/** Converts the payload between text and binary, by `binaryMediaTypes` and the integration's `contentHandling`. */
export function convertRequest(exchange: RoutedExchange, { contentHandling, place }: Integration): Payload {
  const { request, definition, steps } = exchange;
  const isBinary = isBinaryMediaType(request.contentType, definition.binaryMediaTypes);
  const conversion = requestConversion(isBinary, contentHandling);
  const payload = convertPayload(request.body, conversion);
  const facts = {
    contentType: request.contentType,
    payload: isBinary ? "binary" : "text",
    contentHandling: contentHandling ?? "none",
    conversion,
  };
  if (payload === undefined) {
    throw configurationError("Unable to transform request", {
      step: "request-content-handling",
      explanation:
        "contentHandling is CONVERT_TO_BINARY, so the body has to be Base64, and it is not: the service answers 500.",
      facts,
      place,
    });
  }
  steps.add("request-content-handling", () => ({
    outcome: conversion === "to-utf-8" ? "skipped" : "done",
    explanation: {
      "as-is": "The type is one of binaryMediaTypes: the payload is binary and stays as it is.",
      "to-utf-8": "The payload is text.",
      "to-base64": "The payload is binary and contentHandling is CONVERT_TO_TEXT: it becomes Base64 text.",
      "from-base64": "The payload is text and contentHandling is CONVERT_TO_BINARY: its Base64 is decoded.",
    }[conversion],
    facts,
    input: { body: request.body },
    output: { body: payload.bytes },
  }));
  return payload;
}
