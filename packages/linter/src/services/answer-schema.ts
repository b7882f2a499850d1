import type { TemplateFacts } from "@apigw-vtl/definitions";
import { itemSchema, memberSchema, readSchema, type Schema } from "../prover/values/json-schema.js";
import { answersByName, serviceAnswers } from "./answers.data.js";

/** What an AWS service answers, which a response template has for a body; `undefined`: nothing is known of it. */
export function answerSchema(facts: TemplateFacts | undefined): Schema {
  if (facts?.direction !== "response" || facts.gatewayResponse) return undefined;
  const { type, service } = facts.integration ?? {};
  if (type !== undefined && type !== "AWS") return undefined;
  if (service === undefined) return answersByName;
  return Object.hasOwn(serviceAnswers, service) ? serviceAnswers[service] : undefined;
}

/** The schema of a part of an answer: names, and indexes or `*` for elements. */
export function answerPartSchema(facts: TemplateFacts | undefined, path: readonly string[]): Schema {
  return path.reduce<Schema>((schema, name) => {
    const isElement = readSchema(schema).types.join() === "array" && /^(?:\*|\d+)$/.test(name);
    return isElement ? itemSchema(schema) : memberSchema(schema, name).schema;
  }, answerSchema(facts));
}
