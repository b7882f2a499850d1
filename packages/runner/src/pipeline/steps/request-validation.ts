import type { RequestParameter } from "@apigw-vtl/definitions";
import { configurationError, GatewayFailure } from "../../gateway-response/gateway-failure.js";
import { headerOf } from "../../request/headers.js";
import { textOf } from "../../template/body-text.js";
import { validatorOf } from "../../validation/model-validator.js";
import type { RoutedExchange } from "../exchange.js";

/** Checks what the method's validator asks for: required parameters first, then the body against its model. */
export async function validateRequest(exchange: RoutedExchange): Promise<void> {
  const { validator } = exchange.route.route;
  if (!validator.parameters && !validator.body) {
    exchange.steps.add("request-validation", () => ({
      outcome: "skipped",
      explanation: "The method has no request validator.",
    }));
    return;
  }
  if (validator.parameters) checkParameters(exchange);
  const ofBody = validator.body
    ? await checkBody(exchange)
    : "The body is not checked: the validator does not ask for it.";
  exchange.steps.add("request-validation", () => ({
    explanation: `${validator.parameters ? "All required parameters are there. " : ""}${ofBody}`,
    facts: { parameters: String(validator.parameters), body: String(validator.body) },
  }));
}

/** The order in which the service lists what is missing (recorded). */
const LOCATIONS: readonly RequestParameter["location"][] = ["header", "path", "querystring"];

function checkParameters(exchange: RoutedExchange): void {
  const required = exchange.route.route.requestParameters.filter((parameter) => parameter.required);
  const missing = LOCATIONS.flatMap((location) =>
    required.filter((parameter) => parameter.location === location && isBlank(exchange, parameter)),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  throw new GatewayFailure("BAD_REQUEST_PARAMETERS", {
    step: "request-validation",
    message: `Missing required request parameters: [${names}]`,
    validationError: `[${names}]`,
    explanation: `The request lacks ${missing.map(({ location, name }) => `the ${location} parameter ${name}`).join(", ")}: 400.`,
    log: [`Missing required request parameters: [${names}]`],
    facts: { missing: names },
    place: exchange.route.route.place,
  });
}

/** A parameter that is there but empty counts as missing (documented). */
function isBlank({ request, pathParameters }: RoutedExchange, { location, name }: RequestParameter): boolean {
  switch (location) {
    case "header":
      return !headerOf(request.headers, name.toLowerCase());
    case "path":
      return !(Object.hasOwn(pathParameters, name) && pathParameters[name]);
    case "querystring":
      return !(Object.hasOwn(request.queryValues, name) && request.queryValues[name]?.at(-1));
  }
}

/** Says what was checked. Types without a model are let through. */
async function checkBody(exchange: RoutedExchange): Promise<string> {
  const { request, route } = exchange;
  const schema = modelOf(route.route.requestModels, request.contentType);
  if (schema === undefined) return `The body is not checked: no model is for ${request.contentType}.`;
  const validate = await validatorOf(schema).catch((error: unknown) => {
    throw configurationError("Unable to load the model", {
      step: "request-validation",
      explanation: `The model for ${request.contentType} is no JSON Schema: ${error instanceof Error ? error.message : String(error)}`,
      place: route.route.place,
    });
  });
  const payload = parse(textOf(request.body));
  const problems = payload === undefined ? "[Unknown error parsing request body]" : validate(payload.value);
  if (problems === undefined) return `The body matches the model for ${request.contentType}.`;
  throw new GatewayFailure("BAD_REQUEST_BODY", {
    step: "request-validation",
    validationError: problems,
    explanation:
      payload === undefined
        ? `The body is no JSON, and the method has a model for ${request.contentType}: 400.`
        : `The body does not match the model for ${request.contentType}: ${problems}: 400.`,
    log: [`Request body does not match model schema for content type ${request.contentType}: ${problems}`],
    facts: { contentType: request.contentType, problems },
    place: route.route.place,
  });
}

function modelOf(models: Readonly<Record<string, unknown>>, contentType: string): object | undefined {
  const key = [contentType, "$default"].find((type) => Object.hasOwn(models, type));
  const schema = key === undefined ? undefined : models[key];
  return typeof schema === "object" && schema !== null ? schema : undefined;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
