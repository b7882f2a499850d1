import { PermissiveJson } from "@apigw-vtl/compiler";
import { GatewayFailure } from "../gateway-response/gateway-failure.js";
import type { HeaderList } from "../integration/backend.js";
import type { Exchange } from "../pipeline/exchange.js";
import type { MultiValues } from "../request/multi-values.js";
import { textOf } from "../template/body-text.js";
import type { MappingInputs } from "./mapping-expression.js";

/** What mappings of the request see. Names are compared with their case (checked on AWS by LocalStack). */
export function requestInputs(exchange: Exchange): MappingInputs {
  const { request, context, stageVariables, pathParameters } = exchange;
  return {
    context,
    stageVariables,
    parameter(location, name) {
      switch (location) {
        case "path":
          return Object.hasOwn(pathParameters, name) ? [pathParameters[name] ?? ""] : [];
        case "querystring":
        case "multivaluequerystring":
          return valuesOf(request.queryValues, name);
        case "header":
        case "multivalueheader":
          return valuesOf(request.headerValues, name);
      }
    },
    body: (path) => bodyValue(textOf(request.body), path, brokenRequest),
  };
}

/** What gateway responses see. The request has failed already: a body that is broken is one that is not there. */
export function failedRequestInputs(exchange: Exchange): MappingInputs {
  return {
    ...requestInputs(exchange),
    body: (path) => bodyValue(textOf(exchange.request.body), path, () => undefined),
  };
}

/** What mappings of an integration's response see: its headers, whatever their case, and its payload. */
export function responseInputs(exchange: Exchange, headers: HeaderList, body: string): MappingInputs {
  return {
    context: exchange.context,
    stageVariables: exchange.stageVariables,
    parameter(location, name) {
      if (location !== "header" && location !== "multivalueheader") return [];
      const lower = name.toLowerCase();
      return headers.filter(([candidate]) => candidate.toLowerCase() === lower).map(([, value]) => value);
    },
    body: (path) => bodyValue(body, path, brokenResponse),
  };
}

function valuesOf(values: MultiValues, name: string): readonly string[] {
  return Object.hasOwn(values, name) ? (values[name] ?? []) : [];
}

/** A payload that begins as JSON has to be JSON, even if all of it is mapped (checked on AWS by LocalStack). */
function bodyValue(text: string, path: string | undefined, broken: () => undefined): string | undefined {
  const body = text.trim() === "" ? "{}" : text;
  if (path === undefined && !/^\s*[[{"']/.test(body)) return body;
  const document = PermissiveJson.parse(body);
  if (document === undefined) return broken();
  return path === undefined ? body : document.text(`$.${path}`);
}

function brokenRequest(): never {
  throw new GatewayFailure("DEFAULT_4XX", {
    step: "request-parameters",
    message: "Invalid JSON in request body",
    explanation: "A parameter mapping reads the body, which begins as JSON and is broken: 400.",
    log: ["Invalid JSON in request body"],
  });
}

function brokenResponse(): never {
  throw new GatewayFailure("DEFAULT_5XX", {
    step: "response-parameters",
    explanation: "A header mapping reads the integration's body, which begins as JSON and is broken: 500.",
    log: ["Execution failed due to configuration error: Unable to transform response"],
  });
}
