import { expect } from "vitest";

/**
 * A recorded value as vitest's matchers: `<…>` stands for what differs from call to call, objects may have more members
 * if the case is compared as a subset.
 */
export function recordedMatcher(expected: unknown, isSubset: boolean): unknown {
  if (typeof expected === "string") return textMatcher(expected);
  if (Array.isArray(expected)) return expected.map((item) => recordedMatcher(item, isSubset));
  if (typeof expected !== "object" || expected === null) return expected;
  const members = Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, recordedMatcher(value, isSubset)]),
  );
  return isSubset ? expect.objectContaining(members) : members;
}

const PLACEHOLDER = /<[A-Za-z][\w:-]*>/;

function textMatcher(expected: string): unknown {
  if (!PLACEHOLDER.test(expected)) return expected;
  if (expected.replace(PLACEHOLDER, "") === "") return expect.anything();
  const parts = expected.split(new RegExp(PLACEHOLDER, "g")).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return expect.stringMatching(new RegExp(`^${parts.join("[\\s\\S]+")}$`));
}

/** A Python literal such as `b'\x1f\x8b'` or `"…"` as bytes; other texts are UTF-8. */
export function pythonBytes(literal: string): Uint8Array {
  const [, quoted] = /^b'([\s\S]*)'$/.exec(literal) ?? /^b"([\s\S]*)"$/.exec(literal) ?? [];
  if (quoted === undefined) return new TextEncoder().encode(literal);
  const bytes: number[] = [];
  const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, "\\": 92, "'": 39, '"': 34 };
  for (let i = 0; i < quoted.length; i++) {
    if (quoted[i] !== "\\") bytes.push(quoted.charCodeAt(i));
    else if (quoted[i + 1] === "x") {
      bytes.push(Number.parseInt(quoted.slice(i + 2, i + 4), 16));
      i += 3;
    } else bytes.push(escapes[quoted[++i] ?? ""] ?? 0);
  }
  return Uint8Array.from(bytes);
}
