import { isPlainObject } from "@apigw-vtl/compiler";
import type { HeaderList } from "../integration/backend.js";
import { textOf } from "../template/body-text.js";
import { mergedHeaders, statusOf } from "./proxy-response.js";

/** Metadata that has to be complete within so much (documented). */
const MOST_METADATA_BYTES = 16 * 1024;
const DELIMITER_LENGTH = 8;

const KEYS: ReadonlySet<string> = new Set(["statusCode", "headers", "multiValueHeaders", "cookies"]);

/** What a function that streams has written: its metadata, and the pieces behind them. */
export interface FunctionStream {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Reads JSON metadata up to the eight NUL bytes behind them; why there are none, as text. Rejects if the stream breaks. */
export async function readFunctionStream(stream: AsyncIterable<Uint8Array>): Promise<FunctionStream | string> {
  const iterator = stream[Symbol.asyncIterator]();
  let read: Uint8Array = new Uint8Array();
  for (;;) {
    const at = delimiterIn(read);
    if (at !== undefined) {
      const metadata = parseMetadata(read.subarray(0, at));
      const first = read.subarray(at + DELIMITER_LENGTH);
      return typeof metadata === "string" ? metadata : { ...metadata, body: rest(first, iterator) };
    }
    if (read.length > MOST_METADATA_BYTES)
      return `there are no eight NUL bytes in the first ${MOST_METADATA_BYTES} bytes`;
    const { done, value } = await iterator.next();
    if (done)
      return read.length === 0 ? "it wrote nothing" : "it wrote no eight NUL bytes, behind which the body begins";
    read = concatenated(read, value);
  }
}

/** A stream that is there already. */
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* rest(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

function delimiterIn(bytes: Uint8Array): number | undefined {
  let zeros = 0;
  for (let at = 0; at < bytes.length; at++) {
    zeros = bytes[at] === 0 ? zeros + 1 : 0;
    if (zeros === DELIMITER_LENGTH) return at - DELIMITER_LENGTH + 1;
  }
  return undefined;
}

function parseMetadata(bytes: Uint8Array): Omit<FunctionStream, "body"> | string {
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch {
    return "its metadata are no JSON";
  }
  if (!isPlainObject(value)) return "its metadata are no JSON object";
  const extra = Object.keys(value).find((key) => !KEYS.has(key));
  if (extra !== undefined) return `its metadata have the key ${extra}`;
  const status = statusOf(value.statusCode);
  if (status === undefined) return `its statusCode is ${JSON.stringify(value.statusCode)}`;
  const headers = mergedHeaders(value.headers, value.multiValueHeaders);
  if (typeof headers === "string") return headers;
  const cookies = Array.isArray(value.cookies) ? value.cookies.map(String) : [];
  return { status, headers: [...headers, ...cookies.map((cookie) => ["Set-Cookie", cookie] as const)] };
}

function concatenated(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
