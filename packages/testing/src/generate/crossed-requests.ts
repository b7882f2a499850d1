import { isPlainObject, type TemplateEvent } from "@apigw-vtl/compiler";

/** So many of the first requests are mixed with each other. */
const MIXED = 9;

/**
 * Requests made of parts of others: conditions over several inputs hold for a mixture where they hold for none of the requests
 * that it is made of. The parameters of one with the body of another, and bodies with members of both.
 */
export function* crossedRequests(requests: readonly TemplateEvent[]): Generator<TemplateEvent> {
  const first = requests.slice(0, MIXED);
  for (const one of first) {
    for (const other of first) {
      if (one === other) continue;
      yield { ...one, body: other.body ?? null };
      const body = mixedBody(one.body, other.body);
      if (body !== undefined) yield { ...one, body };
    }
  }
}

/** Every second member of one object, and what else the other has. */
function mixedBody(one: TemplateEvent["body"], other: TemplateEvent["body"]): string | undefined {
  const [left, right] = [objectOf(one), objectOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const taken = Object.entries(left).filter((_, i) => i % 2 === 0);
  return JSON.stringify({ ...right, ...Object.fromEntries(taken) });
}

function objectOf(body: TemplateEvent["body"]): Readonly<Record<string, unknown>> | undefined {
  if (typeof body !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
