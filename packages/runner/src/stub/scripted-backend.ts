import type { Backend, BackendRequest, BackendResponse } from "../integration/backend.js";
import type { StubCondition, StubResponse, StubRule } from "./stub-rule.js";

/** Answers with what a stub file says; requests that no rule is for are left to other backends. */
export function scriptedBackend(rules: readonly StubRule[]): Backend {
  const given = new Map<StubRule, number>();
  return {
    standsFor: () => "the stub file",
    async send(request, signal) {
      const rule = rules.find(({ when }) => matches(when, request));
      if (rule === undefined) return undefined;
      const turn = given.get(rule) ?? 0;
      given.set(rule, turn + 1);
      const response = rule.responses[Math.min(turn, rule.responses.length - 1)];
      if (response === undefined) return undefined;
      if (response.delayMs > 0) await delay(response.delayMs, signal);
      return answer(response, request);
    },
  };
}

function matches(when: StubCondition, { client, route, integration, target }: BackendRequest): boolean {
  const functionName = target.kind === "lambda" ? functionNameOf(target.functionArn) : undefined;
  const service = target.kind === "http" ? undefined : target.kind === "lambda" ? "lambda" : target.service;
  return (
    (when.request === undefined || normalized(when.request) === `${client.httpMethod} ${client.path}`) &&
    (when.route === undefined || normalized(when.route) === `${route.httpMethod} ${route.path}`) &&
    (when.type === undefined || when.type.toUpperCase() === integration.type) &&
    (when.service === undefined || when.service === service) &&
    (when.action === undefined || (target.kind === "aws" && when.action === target.action)) &&
    (when.function === undefined || when.function === functionName) &&
    (when.url === undefined || matchesUrl(when.url, target.url))
  );
}

/** Without its alias or version. */
export function functionNameOf(arn: string): string {
  return arn.replace(/^.*:function:/, "").replace(/:[^:]*$/, "");
}

function normalized(route: string): string {
  const [method = "", path = ""] = route.trim().split(/\s+/);
  return `${method.toUpperCase()} ${path}`;
}

/** In steps rather than by a regular expression, whose stars might try for long. */
function matchesUrl(pattern: string, url: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return url === first;
  if (!url.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let from = first.length;
  for (const part of rest) {
    const at = url.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return url.length - last.length >= from && url.endsWith(last);
}

function answer(response: StubResponse, { target }: BackendRequest): BackendResponse {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (response.kind) {
    case "timeout":
      return { kind: "timeout" };
    case "failure":
      return { kind: "failure", message: response.message };
    case "payload":
      return { kind: "function", payload: encode(response.payload), failed: response.failed };
    case "response": {
      const { status, headers, body } = response;
      // A function's payload may be written as a body too.
      if (target.kind === "lambda" && status === 200) return { kind: "function", payload: body, failed: false };
      const typed = headers.some(([name]) => name.toLowerCase() === "content-type");
      const all = typed || body.length === 0 ? headers : ([["Content-Type", "application/json"], ...headers] as const);
      return { kind: "response", status, headers: all, body };
    }
  }
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
