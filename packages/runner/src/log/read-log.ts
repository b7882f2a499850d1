import type { HeaderList } from "../integration/backend.js";
import type { LoggedRequest } from "./logged-request.js";
import { toldBySteps } from "./told-by-steps.js";

/** How lines begin: in the console's TEST with a date, in CloudWatch with the request's id. */
const LINE = /^(?:([A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} [A-Z]+ \d{4}) : |([^\n]*?)\(([0-9a-f-]{36})\) )/;
const TRUNCATED = " [TRUNCATED]";
/** In the place of bytes that are no text. */
export const BINARY = "[Binary Data]";

/**
 * Reads an execution log: lines of the console's TEST page or of CloudWatch, or JSON that has them (`log` of
 * `test-invoke-method`, `events` of `filter-log-events`). `undefined` if it is none. Maps are printed so that a value with
 * `, name=` in it cannot be told from two; such a name begins another entry. An invocation of ours as JSON has its steps
 * beside the log, which tell all of it.
 */
export function readExecutionLog(text: string): LoggedRequest | undefined {
  const json = jsonIn(text);
  const logged = requestIn(linesIn(text, json));
  return json?.steps === undefined ? logged : toldBySteps(json, logged);
}

function requestIn(lines: readonly string[]): LoggedRequest | undefined {
  const { entries, requestId, time } = entriesOf(lines);
  const lineOf = (name: string): string | undefined => (entries.get(name) === BINARY ? undefined : entries.get(name));
  const untold = [...entries].flatMap(([line, value]): LoggedRequest["untold"] => {
    if (value === BINARY) return [{ line, why: "binary" }];
    return value.endsWith(TRUNCATED) ? [{ line, why: "cut" }] : [];
  });
  const [, httpMethod, resourcePath] = /^(\S+), Resource Path: (.*)$/s.exec(lineOf("HTTP Method") ?? "") ?? [];
  const status = (pattern: RegExp, value = ""): number | undefined => {
    const [, code] = pattern.exec(value) ?? [];
    return code === undefined ? undefined : Number(code);
  };
  if (httpMethod === undefined && lineOf("Method request path") === undefined) return undefined;
  const sentUrl = lineOf("Endpoint request URI");
  const sentBody = lineOf("Endpoint request body after transformations");
  const answerBody = lineOf("Endpoint response body before transformations");
  const answerStatus = status(/^Status: (\d+)/, lineOf("Received response."));
  const responseStatus = status(/^(\d+)/, lineOf("Method completed with status"));
  const responseBody = lineOf("Method response body after transformations");
  const body = lineOf("Method request body before transformations");
  return {
    ...(requestId !== undefined && { requestId }),
    ...(time !== undefined && { time }),
    ...(httpMethod !== undefined && { httpMethod }),
    ...(resourcePath !== undefined && { resourcePath }),
    path: mapOf(lineOf("Method request path")),
    query: mapOf(lineOf("Method request query string")),
    headers: mapOf(lineOf("Method request headers")),
    ...(body !== undefined && { body: whole(body) }),
    ...((sentUrl ?? sentBody) !== undefined && {
      sent: {
        ...(sentUrl !== undefined && { url: whole(sentUrl) }),
        headers: mapOf(lineOf("Endpoint request headers")),
        ...(sentBody !== undefined && { body: whole(sentBody) }),
      },
    }),
    ...((answerBody ?? answerStatus) !== undefined && {
      answer: {
        ...(answerStatus !== undefined && { status: answerStatus }),
        headers: mapOf(lineOf("Endpoint response headers")),
        ...(answerBody !== undefined && { body: whole(answerBody) }),
      },
    }),
    ...((responseBody ?? responseStatus) !== undefined && {
      response: {
        ...(responseStatus !== undefined && { status: responseStatus }),
        headers: mapOf(lineOf("Method response headers")),
        ...(responseBody !== undefined && { body: whole(responseBody) }),
      },
    }),
    untold,
  };
}

/** The members of a JSON object; a log that begins with a brace is read as text. */
function jsonIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a log, however it came. */
function linesIn(text: string, { log, events }: Readonly<Record<string, unknown>> = {}): readonly string[] {
  if (typeof log === "string") return log.split("\n");
  if (Array.isArray(log)) return log.flatMap((line) => String(line).split("\n"));
  if (Array.isArray(events)) return events.flatMap((event) => String(event?.message ?? "").split("\n"));
  return text.split(/\r?\n/);
}

/** Named lines, and the lines that go on with their values: bodies have line breaks. */
function entriesOf(
  lines: readonly string[],
): { readonly entries: ReadonlyMap<string, string> } & Pick<LoggedRequest, "requestId" | "time"> {
  const entries = new Map<string, string>();
  let last: string | undefined;
  let requestId: string | undefined;
  let time: number | undefined;
  for (const line of lines) {
    const start = LINE.exec(line);
    const text = start === null ? line : line.slice(start[0].length);
    const [, date, before, id] = start ?? [];
    const written = Date.parse(date ?? before?.trim() ?? "");
    if (!Number.isNaN(written)) time ??= written;
    requestId ??= id ?? /^(?:Execution log for request|Starting execution for request:) (\S+)/.exec(text)?.[1];
    if (start === null) {
      if (last !== undefined) entries.set(last, `${entries.get(last)}\n${line}`);
      continue;
    }
    const [, name, value] = /^(Received response\.|[A-Z][\w ]*?)(?:: | (?=Status: ))([\s\S]*)$/.exec(text) ?? [];
    last = name;
    if (name !== undefined && value !== undefined) entries.set(name, value);
  }
  // The line feed at the end of a file belongs to no body.
  if (last !== undefined) entries.set(last, entries.get(last)?.replace(/\n+$/, "") ?? "");
  return { entries, ...(requestId !== undefined && { requestId }), ...(time !== undefined && { time }) };
}

/** A map as Java prints it. */
function mapOf(text = ""): HeaderList {
  const cut = text.endsWith(TRUNCATED);
  const inside = cut ? whole(text).replace(/^\{/, "") : text.replace(/^\{|\}$/g, "");
  if (inside === "") return [];
  const parts = inside.split(/, (?=[^\s,=]+=)/);
  // Of an entry that is cut nobody knows how it went on.
  return (cut ? parts.slice(0, -1) : parts).map((part) => {
    const equals = part.indexOf("=");
    return [part.slice(0, equals), part.slice(equals + 1)] as const;
  });
}

function whole(text: string): string {
  return text.endsWith(TRUNCATED) ? text.slice(0, -TRUNCATED.length) : text;
}
