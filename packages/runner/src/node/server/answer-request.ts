import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeaderList } from "../../integration/backend.js";
import { BODY_TOO_LARGE, type FrontAnswer, MAX_BODY_BYTES } from "../../request/front-answer.js";
import { badRequest, foreignHost, INTERNAL_ERROR, unknownStage } from "./front-answer.js";
import { HttpSink } from "./http-sink.js";
import { isOwnHost } from "./own-host.js";
import { readBody } from "./read-body.js";
import { refuseBody } from "./refuse-body.js";
import { parseRequestTarget, pathBelowStage } from "./request-target.js";
import type { ServeEvent } from "./serve-event.js";
import type { ServedApi } from "./served-api.js";
import { writeFrontAnswer } from "./write-response.js";

/** What answering a request of the API needs beside the request. */
export interface AnswerContext {
  readonly api: () => ServedApi;
  /** The API is below `/STAGE` only. */
  readonly stagePath: boolean;
  /** Names that requests may be sent to, beside addresses and localhost. */
  readonly hosts: readonly string[];
  readonly onEvent: (event: ServeEvent) => void;
}

/** Answers a request of the API; never rejects. `signal` is aborted when the client is gone. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
  { api, stagePath, hosts, onEvent }: AnswerContext,
): Promise<void> {
  const start = performance.now();
  const httpMethod = request.method ?? "";
  const target = request.url ?? "";
  const refuse = (answer: FrontAnswer) => {
    onEvent({ kind: "refused", request: `${httpMethod} ${target}`, ...answer });
    writeFrontAnswer(response, answer);
  };

  const { host } = request.headers;
  if (host !== undefined && !isOwnHost(host, hosts)) return refuse(foreignHost(host));
  const { gateway } = api();
  const { stageName } = gateway.definition;
  const parsed = parseRequestTarget(target);
  if (parsed === undefined) return refuse(badRequest(`${target} is no path`));
  const path = stagePath ? pathBelowStage(parsed.path, stageName) : parsed.path;
  if (path === undefined) return refuse(unknownStage(parsed.path, stageName));

  try {
    const body = await readBody(request, MAX_BODY_BYTES).catch(() => "broken" as const);
    // Nobody is left to be answered.
    if (body === "broken") return;
    if (body === "too-large") {
      onEvent({ kind: "refused", request: `${httpMethod} ${target}`, ...BODY_TOO_LARGE });
      return refuseBody(request, response, BODY_TOO_LARGE);
    }
    const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "");
    const sink = new HttpSink(response);
    const invocation = await gateway.invoke(
      {
        httpMethod,
        path,
        queryString: parsed.queryString,
        headers: headerList(request.rawHeaders),
        body,
        ...(sourceIp === undefined ? {} : { sourceIp }),
      },
      signal,
      sink,
    );
    const aborted = signal.aborted;
    const unsendable = aborted ? undefined : sink.end(invocation.response);
    const milliseconds = performance.now() - start;
    onEvent({
      kind: "answered",
      httpMethod,
      target,
      milliseconds,
      invocation,
      aborted,
      ...(unsendable === undefined ? {} : { unsendable }),
    });
  } catch (error) {
    if (signal.aborted) return;
    onEvent({ kind: "defect", request: `${httpMethod} ${target}`, error });
    if (response.headersSent) response.destroy();
    else writeFrontAnswer(response, INTERNAL_ERROR);
  }
}

function headerList(raw: readonly string[]): HeaderList {
  const list: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) list.push([raw[i] ?? "", raw[i + 1] ?? ""]);
  return list;
}
