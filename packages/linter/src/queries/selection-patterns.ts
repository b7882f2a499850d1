import { exampleOfPattern, matchesWhole } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { speaksForIntegration } from "./once-per-integration.js";

/** Characters of many kinds: what stands for all of them stands for any text. */
const ANY = ["a", " ", "7", "#", "é"];

/** Texts that the service may take for a status; a pattern that matches one and no message is meant for statuses. */
const STATUSES = Array.from({ length: 500 }, (_, i) => String(100 + i));

/**
 * The selection patterns of a Lambda integration, which are matched against error messages, where `facts` speak for the
 * integration. Patterns that the host has a part in are not known.
 */
export function messagePatterns(facts: TemplateFacts | undefined): readonly string[] {
  const { integration } = facts ?? {};
  if (!facts || integration?.type !== "AWS" || integration.service !== "lambda" || !speaksForIntegration(facts))
    return [];
  return integration.responses
    .map(({ selectionPattern }) => selectionPattern ?? "")
    .filter((pattern) => pattern !== "" && !/<.*>/.test(pattern));
}

/** Whether a pattern lets any text stand somewhere in a message, but no newline. */
export function stopsAtNewline(pattern: string): boolean {
  const example = exampleOfPattern(pattern);
  if (example === undefined || matchesWhole(pattern, example) !== true) return false;
  for (let i = 0; i <= example.length; i++) {
    const matchesWith = (char: string) => matchesWhole(pattern, example.slice(0, i) + char + example.slice(i));
    if (ANY.every((char) => matchesWith(char) === true) && matchesWith("\n") === false) return true;
  }
  return false;
}

/** Whether a pattern matches statuses, and no longer text that has the status in it. */
export function matchesStatusesOnly(pattern: string): boolean {
  const status = STATUSES.find((text) => matchesWhole(pattern, text) === true);
  return (
    status !== undefined &&
    [`a ${status}`, `${status} b`, `a ${status} b`].every((text) => matchesWhole(pattern, text) === false)
  );
}
