import type { TemplateFacts } from "@apigw-vtl/definitions";
import type { Origin } from "../projections/summary.js";
import { breaksJsonString, overlaps } from "../prover/text/char-set.js";
import { matchesNumbersOnly } from "../prover/text/number-pattern.js";
import { characterClass } from "../prover/text/regex-class.js";
import { readSchema } from "../prover/values/json-schema.js";
import { answerPartSchema } from "../services/answer-schema.js";

/** Whether a part of the body is one that an AWS service writes without quotes, backslashes and control characters. */
export function isPlainAnswer({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  if (root !== "body") return false;
  const { types, pattern } = readSchema(answerPartSchema(facts, path));
  const isPlainText = pattern !== undefined && keepsToPlainText(pattern);
  return types.every((type) => type === "number" || type === "integer" || type === "boolean" || isPlainText);
}

function keepsToPlainText(pattern: string): boolean {
  const known = characterClass(pattern, { whole: false });
  return known === undefined ? matchesNumbersOnly(pattern) : !overlaps(known.set, breaksJsonString);
}

/** Whether a part of the body is sure to be an object where it is there: one of DynamoDB's items, where DynamoDB answers. */
export function isAnswersObject({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  if (root !== "body" || facts?.integration?.service === undefined) return false;
  return readSchema(answerPartSchema(facts, path)).types.join() === "object";
}

/** Whether a part of the body is a boolean where it is there, as a service answers it. */
export function isBooleanAnswer({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  return root === "body" && readSchema(answerPartSchema(facts, path)).types.join() === "boolean";
}

/**
 * Whether a part of the body is a text as a service answers it, such as DynamoDB's numbers. Of a template of which
 * nobody says where it belongs the names tell: `Item.age.N`.
 */
export function isTextAnswer({ root, path }: Origin, facts: TemplateFacts | undefined): boolean {
  if (root !== "body") return false;
  const { direction = "response", ...others } = facts ?? {};
  return readSchema(answerPartSchema({ ...others, direction }, path)).types.join() === "string";
}
