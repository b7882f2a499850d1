import { exampleOfPattern, matchesWhole } from "@apigw-vtl/compiler";
import type { Place } from "@apigw-vtl/definitions";
import { rememberedByKey } from "../remembered.js";
import type { IntegrationContext } from "../rule.js";

/** Characters of many kinds: what stands for all of them stands for any text. */
const ANY = ["a", " ", "7", "#", "é"];

/** What the service takes for a status; a pattern that matches one and no message is meant for statuses. */
export const STATUSES: readonly string[] = Array.from({ length: 500 }, (_, i) => String(100 + i));

/**
 * The selection patterns of a Lambda integration, which are matched against error messages. Patterns that the host has a
 * part in are not known.
 */
export function messagePatterns({
  integration,
  service,
}: Pick<IntegrationContext, "integration" | "service">): readonly {
  readonly pattern: string;
  readonly place: Place | undefined;
}[] {
  if (integration.type !== "AWS" || service !== "lambda") return [];
  return integration.responses
    .map(({ selectionPattern: pattern = "", patternPlace, place }) => ({ pattern, place: patternPlace ?? place }))
    .filter(({ pattern }) => pattern !== "" && !/<.*>/.test(pattern));
}

const MOST_PATTERNS = 500;

/** The statuses that a pattern matches; `undefined` if it is no regular expression. The routes of an API repeat a few. */
export const statusesOf = rememberedByKey((pattern: string): readonly string[] | undefined => {
  // Most name one status.
  if (/^\w+$/.test(pattern)) return STATUSES.filter((status) => status === pattern);
  if (matchesWhole(pattern, "200") === undefined) return undefined;
  return STATUSES.filter((status) => matchesWhole(pattern, status) === true);
}, MOST_PATTERNS);

/** What `|` outside of groups and classes divides a pattern into. */
export function alternativesOf(pattern: string): readonly string[] {
  const alternatives = [""];
  let depth = 0;
  let isClass = false;
  for (const [token] of pattern.matchAll(/\\.|./gs)) {
    if (token === "[") isClass = true;
    else if (token === "]") isClass = false;
    else if (!isClass && token === "(") depth++;
    else if (!isClass && token === ")") depth--;
    if (token === "|" && depth === 0 && !isClass) alternatives.push("");
    else alternatives[alternatives.length - 1] += token;
  }
  return alternatives;
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
  const [status] = statusesOf(pattern) ?? [];
  return (
    status !== undefined &&
    [`a ${status}`, `${status} b`, `a ${status} b`].every((text) => matchesWhole(pattern, text) === false)
  );
}
