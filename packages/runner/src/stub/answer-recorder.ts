import { encodeBase64 } from "../binary/base64.js";
import type { Backend, BackendRequest, BackendResponse, HeaderList } from "../integration/backend.js";
import { writtenValues } from "../request/multi-values.js";
import { textOf } from "../template/body-text.js";
import { functionNameOf } from "./scripted-backend.js";

type Streamed = Extract<BackendResponse, { kind: "stream" }>;

/** An answer of a stub file, as JSON. */
export type RecordedAnswer = Readonly<Record<string, unknown>>;

/**
 * Headers that make no part of an answer: secrets, what belongs to the connection, and what is another each time.
 * Of requests nothing is recorded but method, path and target.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["authorization", "cookie", "proxy-authorization", "set-cookie", "x-amz-security-token", "x-api-key"],
  ...["connection", "content-length", "keep-alive", "transfer-encoding"],
  ...["date", "x-amz-id-2", "x-amz-request-id", "x-amzn-requestid", "x-amzn-trace-id"],
]);

/** Notes what backends answer, for a stub file that answers the same. */
export class AnswerRecorder {
  readonly #recorded = new Map<string, { readonly when: RecordedAnswer; readonly respond: RecordedAnswer[] }>();
  #previous: readonly RecordedAnswer[];
  readonly #onAnswer: () => void;

  /** `previous` are answers of an earlier record, each of which stays until its request is answered anew. */
  constructor(previous: readonly RecordedAnswer[] = [], onAnswer: () => void = () => {}) {
    this.#previous = previous;
    this.#onAnswer = onAnswer;
  }

  /** Takes `previous` for the answers of earlier records, as another run has left them. */
  goOnWith(previous: readonly RecordedAnswer[]): void {
    this.#previous = previous;
  }

  /** A backend that answers as this one does. */
  recording(backend: Backend): Backend {
    return {
      ...(backend.standsFor && { standsFor: backend.standsFor }),
      send: async (request, signal) => {
        const answer = await backend.send(request, signal);
        if (answer?.kind === "stream") return { ...answer, body: this.#noting(request, answer) };
        if (answer !== undefined) this.#note(request, answer);
        return answer;
      },
    };
  }

  /** In an order that does not depend on when the answers came, but that those of one request are in turn. */
  answers(): readonly RecordedAnswer[] {
    const recorded = new Map(
      [...this.#recorded].map(([key, { when, respond }]) => [key, { ...when, respond: inTurn(respond) }]),
    );
    const known = new Set(this.#previous.map(keyOf));
    const added = [...recorded].filter(([key]) => !known.has(key)).map(([, answer]) => answer);
    const orderOf = (answer: RecordedAnswer) => `${answer.request} ${keyOf(answer)}`;
    added.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    return [...this.#previous.map((answer) => recorded.get(keyOf(answer)) ?? answer), ...added];
  }

  /** A stream is noted once all of it has come, as one that answers at once. */
  async *#noting(request: BackendRequest, { status, headers, body }: Streamed): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) {
      pieces.push(piece);
      yield piece;
    }
    this.#note(request, {
      kind: "response",
      status,
      headers,
      body: Uint8Array.from(pieces.flatMap((piece) => [...piece])),
    });
  }

  #note(request: BackendRequest, answer: Exclude<BackendResponse, Streamed>): void {
    const when = conditionsFor(request);
    const entry = this.#recorded.get(keyOf(when)) ?? { when, respond: [] };
    this.#recorded.set(keyOf(when), entry);
    entry.respond.push(responseFor(answer));
    this.#onAnswer();
  }
}

function conditionsFor({ client, target }: BackendRequest): RecordedAnswer {
  const request = `${client.httpMethod} ${client.path}`;
  if (target.kind === "lambda") return { request, function: functionNameOf(target.functionArn) };
  // A query may hold keys.
  const url = target.url.replace(/\?.*$/s, "?*");
  if (target.kind === "http") return { request, url };
  return { request, service: target.service, ...(target.action === undefined ? { url } : { action: target.action }) };
}

function responseFor(answer: Exclude<BackendResponse, Streamed>): RecordedAnswer {
  switch (answer.kind) {
    case "timeout":
      return { timeout: true };
    case "failure":
      return { failure: answer.message };
    case "function": {
      const { body } = contentOf(answer.payload);
      return answer.failed ? { error: body ?? null } : { payload: body ?? null };
    }
    case "response": {
      const headers = headersFor(answer.headers);
      const { status, body } = answer;
      return { status, ...(Object.keys(headers).length > 0 && { headers }), ...(body.length > 0 && contentOf(body)) };
    }
  }
}

/** As a value where that is the very same JSON, as text where it is text, else as Base64. */
function contentOf(
  bytes: Uint8Array,
): { readonly body: unknown } | { readonly body?: undefined; readonly base64: string } {
  const text = textOf(bytes);
  if (text.includes("\uFFFD")) return { base64: encodeBase64(bytes) };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "string" && JSON.stringify(value) === text) return { body: value };
  } catch {
    // No JSON.
  }
  return { body: text };
}

function headersFor(headers: HeaderList): Record<string, string | readonly string[]> {
  return writtenValues(headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())));
}

/** The last of several responses stays. */
function inTurn(responses: readonly RecordedAnswer[]): RecordedAnswer | readonly RecordedAnswer[] {
  const texts = responses.map((response) => JSON.stringify(response));
  let length = responses.length;
  while (length > 1 && texts[length - 1] === texts[length - 2]) length--;
  const [first, ...more] = responses.slice(0, length);
  return first === undefined || more.length > 0 ? responses.slice(0, length) : first;
}

/** What an answer is for. */
function keyOf({ respond: _, ...when }: RecordedAnswer): string {
  return JSON.stringify(Object.entries(when).sort(([one], [other]) => (one < other ? -1 : 1)));
}
