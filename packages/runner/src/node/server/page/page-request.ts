import { isPlainObject } from "@apigw-vtl/compiler";
import type { HeaderList } from "../../../integration/backend.js";
import type { GatewayRequest } from "../../../pipeline/invocation.js";

/** What the page sends to have a request run. */
export interface PageRequest {
  readonly httpMethod: string;
  /** Percent-encoded, without the stage. */
  readonly path: string;
  readonly queryString: string;
  readonly headers: HeaderList;
  readonly body: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** As the TEST button of the console does it: no API key, no authorizer. */
  readonly testInvoke: boolean;
}

/** Reads what `PageRequest` describes; undefined if the text is something else. */
export function parsePageRequest(text: string): GatewayRequest | undefined {
  const value = parseJson(text);
  if (!isPlainObject(value)) return undefined;
  const { httpMethod, path, queryString, headers, body, stageVariables, testInvoke } = value;
  if (typeof httpMethod !== "string" || !/^[A-Z]+$/.test(httpMethod)) return undefined;
  if (typeof path !== "string" || !path.startsWith("/")) return undefined;
  if (typeof queryString !== "string" || typeof body !== "string") return undefined;
  if (typeof testInvoke !== "boolean") return undefined;
  if (!Array.isArray(headers) || !headers.every(isHeader)) return undefined;
  if (!isPlainObject(stageVariables) || !Object.values(stageVariables).every((item) => typeof item === "string"))
    return undefined;
  return {
    httpMethod,
    path,
    queryString,
    headers,
    body: new TextEncoder().encode(body),
    stageVariables: stageVariables as Record<string, string>,
    testInvoke,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isHeader = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
