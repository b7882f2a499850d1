import { isPlainObject } from "@apigw-vtl/compiler";
import type { HeaderList } from "../integration/backend.js";
import { textOf } from "../template/body-text.js";

/** What a function behind AWS_PROXY answers. */
export interface ProxyResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const KEYS = new Set(["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"]);

/** The response in a function's payload, or why it is none. All of the rules are recorded but the one of the body. */
export function parseProxyResponse(payload: Uint8Array): ProxyResponse | string {
  const value = parse(textOf(payload));
  if (!isPlainObject(value)) return "it is no JSON object";
  const extra = Object.keys(value).find((key) => !KEYS.has(key));
  if (extra !== undefined) return `it has the key ${extra}`;
  const status = statusOf(value.statusCode);
  if (status === undefined) return `its statusCode is ${JSON.stringify(value.statusCode)}`;
  const headers = mergedHeaders(value.headers, value.multiValueHeaders);
  if (typeof headers === "string") return headers;
  const { body } = value;
  if (body !== undefined && body !== null && typeof body !== "string") return "its body is no string";
  return { status, headers, body: body ?? "", isBase64Encoded: value.isBase64Encoded === true };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Missing: 200. A string of digits will do. */
export function statusOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 200;
  const status = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 999 ? status : undefined;
}

/** Both kinds of headers together: the lists first, names whatever their case. */
export function mergedHeaders(single: unknown, multiple: unknown): HeaderList | string {
  const headers: [string, string][] = [];
  if (multiple !== undefined && multiple !== null) {
    if (!isPlainObject(multiple)) return "its multiValueHeaders are no object";
    for (const [name, values] of Object.entries(multiple)) {
      if (!Array.isArray(values)) return `the multiValueHeaders of ${name} are no list`;
      for (const value of values) {
        const text = headerText(value);
        if (text === undefined) return `a value of the header ${name} is ${JSON.stringify(value)}`;
        headers.push([name, text]);
      }
    }
  }
  if (single !== undefined && single !== null) {
    if (!isPlainObject(single)) return "its headers are no object";
    for (const [name, value] of Object.entries(single)) {
      const text = headerText(value);
      if (text === undefined) return `the header ${name} is ${JSON.stringify(value)}`;
      const known = headers.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase());
      headers.push([known?.[0] ?? name, text]);
    }
  }
  return headers;
}

/** Booleans and numbers are printed. */
function headerText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number"
    ? String(value)
    : undefined;
}
