import type { RoutedExchange } from "../pipeline/exchange.js";
import type { BackendRequest, BackendResponse } from "./backend.js";

/** An answer, and who gave it, where that is not who was asked. */
export interface BackendAnswer {
  readonly answer: BackendResponse;
  readonly by?: string | undefined;
}

/** The first backend that takes the request answers it, within the integration's timeout. Never rejects. */
export async function askBackends(exchange: RoutedExchange, request: BackendRequest): Promise<BackendAnswer> {
  if (exchange.signal?.aborted) return { answer: { kind: "timeout" } };
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, request.timeoutInMillis);
  exchange.signal?.addEventListener("abort", abort, { once: true });
  const expired = new Promise<BackendAnswer>((resolve) => {
    controller.signal.addEventListener("abort", () => resolve({ answer: { kind: "timeout" } }), { once: true });
  });
  try {
    return await Promise.race([expired, answerOf(exchange, request, controller.signal)]);
  } finally {
    clearTimeout(timer);
    exchange.signal?.removeEventListener("abort", abort);
  }
}

async function answerOf(
  { settings }: RoutedExchange,
  request: BackendRequest,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  try {
    for (const backend of settings.backends) {
      const answer = await backend.send(request, signal);
      if (answer !== undefined) return { answer: checked(answer), by: backend.standsFor?.(request) };
    }
  } catch (error) {
    return { answer: { kind: "failure", message: error instanceof Error ? error.message : String(error) } };
  }
  return { answer: { kind: "failure", message: `No backend answers for ${request.target.url}` } };
}

/** What no HTTP server can answer must not reach the client either. */
function checked(answer: BackendResponse): BackendResponse {
  if (answer.kind !== "response" && answer.kind !== "stream") return answer;
  const { status } = answer;
  if (Number.isInteger(status) && status >= 100 && status <= 599) return answer;
  return { kind: "failure", message: `The backend answered with the status ${status}, which is none` };
}
