import type { MessageJson } from "../../report/invocation-json.js";
import { hexLines } from "./hex-lines.js";
import { indentJson } from "./indent-json.js";

/** The parts of a message that are shown, and compared, each for itself. */
export interface MessageLines {
  /** `POST https://…`, `200`; nothing when not known. */
  readonly start: readonly string[];
  readonly headers: readonly string[];
  /** Undefined when nothing is known of it; an empty list when it is empty. */
  readonly body: readonly string[] | undefined;
}

/** More than this nobody reads, and a browser shows it slowly. */
const MAX_CHARACTERS = 100_000;

/** A message as lines; `format` indents a body of JSON. */
export function messageLines(message: MessageJson, format: boolean): MessageLines {
  const { method, url, status, headers = [] } = message;
  const request = [method, url].filter((part) => part !== undefined).join(" ");
  return {
    start: [...(request === "" ? [] : [request]), ...(status === undefined ? [] : [`Status ${status}`])],
    headers: headers.map(([name, value]) => `${name}: ${value}`),
    body: bodyLines(message, format),
  };
}

function bodyLines(
  { body, bodyBase64 }: Pick<MessageJson, "body" | "bodyBase64">,
  format: boolean,
): readonly string[] | undefined {
  if (bodyBase64 !== undefined) return hexLines(bodyBase64);
  if (body === undefined) return undefined;
  return textLines((format && body.length <= MAX_CHARACTERS ? indentJson(body) : undefined) ?? body);
}

function textLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.slice(0, MAX_CHARACTERS).split("\n");
  return text.length > MAX_CHARACTERS ? [...lines, `… ${text.length - MAX_CHARACTERS} characters more`] : lines;
}
