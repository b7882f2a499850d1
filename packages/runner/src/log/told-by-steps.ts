import { isPlainObject } from "@apigw-vtl/compiler";
import { decodeBase64 } from "../binary/base64.js";
import type { HeaderList } from "../integration/backend.js";
import type { StepName } from "../pipeline/invocation.js";
import { parseQueryString } from "../request/query-string.js";
import type { LoggedMessage, LoggedRequest } from "./logged-request.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * The request of an invocation as JSON, with what its log tells: the log is cut and has no bytes, the steps are whole.
 * `undefined` if they say of no request.
 */
export function toldBySteps(invocation: Json, logged: LoggedRequest | undefined): LoggedRequest | undefined {
  const [request] = messagesOf(invocation, "routing", "input");
  if (request === undefined) return logged;
  const { url = "/", method, body } = request;
  const [sent] = logged?.sent ? messagesOf(invocation, "integration", "input") : [];
  const [answer] = logged?.answer ? messagesOf(invocation, "integration", "output") : [];
  const { response: returned } = invocation;
  const response = messageOf(returned);
  const told = [
    "Method request",
    ...(sent ? ["Endpoint request"] : []),
    ...(answer ? ["Endpoint response"] : []),
    ...(response ? ["Method response"] : []),
  ];
  const question = url.indexOf("?");
  return {
    path: [],
    ...logged,
    ...(method !== undefined && { httpMethod: method }),
    url,
    query: question === -1 ? [] : parseQueryString(url.slice(question + 1)),
    headers: request.headers,
    ...(body !== undefined && { body }),
    ...(sent && { sent }),
    ...(answer && { answer }),
    ...(response && { response }),
    // Of the path the steps have the whole text, not its parameters.
    untold: (logged?.untold ?? []).filter(
      ({ line }) => line === "Method request path" || !told.some((its) => line.startsWith(its)),
    ),
  };
}

function messagesOf({ steps }: Json, name: StepName, side: "input" | "output"): readonly StepMessage[] {
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown) => {
    if (!isPlainObject(step)) return [];
    const { name: its, [side]: message } = step;
    return (its === name ? messageOf(message) : undefined) ?? [];
  });
}

interface StepMessage extends LoggedMessage {
  readonly method?: string;
}

function messageOf(json: unknown): StepMessage | undefined {
  if (!isPlainObject(json)) return undefined;
  const { method, url, status, headers, body, bodyBase64 } = json;
  const bytes = typeof bodyBase64 === "string" ? decodeBase64(bodyBase64) : undefined;
  return {
    ...(typeof method === "string" && { method }),
    ...(typeof url === "string" && { url }),
    ...(typeof status === "number" && { status }),
    headers: headersOf(headers),
    ...(typeof body === "string" && { body }),
    ...(bytes && { body: bytes }),
  };
}

function headersOf(json: unknown): HeaderList {
  if (!Array.isArray(json)) return [];
  return json.flatMap((pair): HeaderList => (Array.isArray(pair) ? [[String(pair[0]), String(pair[1])]] : []));
}
