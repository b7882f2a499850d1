import type { ApiDefinition } from "@apigw-vtl/definitions";
import { settingsOf } from "../gateway-options.js";
import { ExecutionLog } from "../log/execution-log.js";
import type { Exchange } from "../pipeline/exchange.js";
import { StepRecorder } from "../pipeline/step-recorder.js";
import { receive } from "../request/received-request.js";
import { request } from "./definitions.js";

/** A request that has come in and done nothing yet. */
export function exchangeOf(
  definition: ApiDefinition,
  { headers = {}, query = "" }: { headers?: Readonly<Record<string, string>>; query?: string } = {},
): Exchange {
  return {
    definition,
    settings: settingsOf({}),
    request: receive(request("GET", `/?${query}`, { headers }), { host: "localhost", traceId: "Root=1-0-0" }),
    ids: { requestId: "request", extendedRequestId: "extended=", traceId: "Root=1-0-0" },
    stageVariables: definition.stageVariables,
    steps: new StepRecorder(undefined),
    log: new ExecutionLog("request", () => 0),
    signal: undefined,
    sink: undefined,
    pathParameters: {},
    context: {},
  };
}
