import { matchesWhole } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { itemSchema, memberSchema, readSchema, type Schema } from "../prover/values/json-schema.js";
import { answersByName, serviceAnswers } from "./answers.data.js";

/** What an AWS service answers, which a response template has for a body; `undefined`: nothing is known of it. */
export function answerSchema(facts: TemplateFacts | undefined): Schema {
  if (facts?.direction !== "response" || facts.gatewayResponse) return undefined;
  const { type, service } = facts.integration ?? {};
  if (type !== undefined && type !== "AWS") return undefined;
  if (service === undefined) return answersByName;
  if (service === "lambda") return errorOfFunction(facts.response?.selectionPattern);
  return Object.hasOwn(serviceAnswers, service) ? serviceAnswers[service] : undefined;
}

/**
 * A function's error, of which a response with a selection pattern has the whole message to match. A pattern that the
 * empty message of a success matches too, or that the host has a part in, tells nothing.
 */
function errorOfFunction(pattern = ""): Schema {
  if (pattern === "" || /<.*>/.test(pattern) || matchesWhole(pattern, "") !== false) return undefined;
  const whole = pattern.includes("|") ? `(?:${pattern})` : pattern;
  const errorMessage = { type: "string", pattern: `^${whole}$` };
  return { type: "object", required: ["errorMessage"], properties: { errorMessage } };
}

/** The schema of a part of an answer: names, and indexes or `*` for elements. */
export function answerPartSchema(facts: TemplateFacts | undefined, path: readonly string[]): Schema {
  return path.reduce<Schema>((schema, name) => {
    const isElement = readSchema(schema).types.join() === "array" && /^(?:\*|\d+)$/.test(name);
    return isElement ? itemSchema(schema) : memberSchema(schema, name).schema;
  }, answerSchema(facts));
}
