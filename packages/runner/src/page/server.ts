import type { PageApi } from "../node/server/page/describe-api.js";
import type { PageRequest } from "../node/server/page/page-request.js";
import type { InvocationJson } from "../report/invocation-json.js";

/** What the server says of the API; throws with a message for people. */
export async function fetchApi(): Promise<PageApi> {
  return (await ask("/_vtl/api")) as PageApi;
}

/** Has a request run; throws with a message for people. */
export async function sendRequest(request: PageRequest): Promise<InvocationJson> {
  const body = JSON.stringify(request);
  const headers = { "Content-Type": "application/json" };
  return (await ask("/_vtl/invoke", { method: "POST", headers, body })) as InvocationJson;
}

/**
 * Calls back when the definition has changed, and when the connection to the server is lost or there again. A page that
 * nobody looks at holds no connection: browsers have six to a server, for all of their tabs.
 */
export function watchChanges(onChange: () => void, onConnection: (connected: boolean) => void): void {
  let source: EventSource | undefined;
  let mayHaveMissed = false;
  const open = () => {
    source = new EventSource("/_vtl/changes");
    source.addEventListener("change", onChange);
    source.addEventListener("open", () => {
      onConnection(true);
      if (mayHaveMissed) onChange();
      mayHaveMissed = false;
    });
    source.addEventListener("error", () => {
      mayHaveMissed = true;
      onConnection(false);
    });
  };
  document.addEventListener("visibilitychange", () => {
    source?.close();
    mayHaveMissed = true;
    if (document.visibilityState === "visible") open();
  });
  open();
}

async function ask(path: string, options?: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The server does not answer. Is vtl serve still running?");
  }
  const value: unknown = await response.json().catch(() => undefined);
  if (response.ok) return value;
  throw new Error(messageIn(value) ?? `The server answered ${response.status}.`);
}

function messageIn(value: unknown): string | undefined {
  const isProblem = typeof value === "object" && value !== null && "message" in value;
  return isProblem && typeof value.message === "string" ? value.message : undefined;
}
