import { MAX_BODY_BYTES } from "../../request/front-answer.js";
import type { RoutedExchange } from "../exchange.js";
import type { ClientResponse } from "../invocation.js";

/** Regional APIs; those that are optimized for the edge wait 30 seconds only (documented). */
const MOST_IDLE_MS = 300_000;

/**
 * Hands the body on as it comes: no template, no content encoding. One that breaks off leaves the client with a part; its
 * status has been sent.
 */
export async function streamBody(
  exchange: RoutedExchange,
  response: ClientResponse,
  stream: AsyncIterable<Uint8Array>,
): Promise<ClientResponse> {
  const { sink, log, steps } = exchange;
  const kept: Uint8Array[] = [];
  let [pieces, bytes, keptBytes] = [0, 0, 0];
  const take = async (piece: Uint8Array): Promise<void> => {
    if (piece.length === 0) return;
    pieces++;
    bytes += piece.length;
    const part = piece.subarray(0, MAX_BODY_BYTES - keptBytes);
    kept.push(part);
    keptBytes += part.length;
    await sink?.write(piece);
  };
  sink?.start(response);
  const incomplete = await drain(stream, take, exchange.signal);
  const told = { pieces: String(pieces), bytes: String(bytes) };
  if (incomplete !== undefined) log.add(`Execution failed due to an error while streaming: ${incomplete}`);
  steps.add("response-streaming", () => ({
    outcome: incomplete === undefined ? "done" : "failed",
    explanation:
      incomplete === undefined
        ? `The body was handed on as it came: ${told.bytes} bytes in ${told.pieces} pieces.`
        : `The body broke off after ${told.bytes} bytes in ${told.pieces} pieces (${incomplete}). The client has status and headers already.`,
    facts: told,
  }));
  return { ...response, body: joined(kept), ...(incomplete !== undefined && { incomplete }) };
}

/** Takes all pieces; why they break off, if they do. */
async function drain(
  stream: AsyncIterable<Uint8Array>,
  take: (piece: Uint8Array) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await withinIdleLimit(iterator.next(), signal);
      if (typeof next === "string") {
        // It may never answer: nobody waits for it.
        iterator.return?.()?.catch(() => {});
        return next;
      }
      if (next.done) return undefined;
      await take(next.value);
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function withinIdleLimit<T>(next: Promise<T>, signal: AbortSignal | undefined): Promise<T | string> {
  return new Promise((resolve, reject) => {
    const gone = (): void => end(() => resolve("the client is gone"));
    const timer = setTimeout(() => end(() => resolve(`nothing came for ${MOST_IDLE_MS / 1000} seconds`)), MOST_IDLE_MS);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", gone);
      settle();
    };
    if (signal?.aborted) gone();
    signal?.addEventListener("abort", gone);
    next.then(
      (value) => end(() => resolve(value)),
      (error) => end(() => reject(error)),
    );
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
