import type { ApiDefinition } from "@apigw-vtl/definitions";
import type { ContextValues } from "../context/request-context.js";
import type { GatewaySettings } from "../gateway-options.js";
import type { ExecutionLog } from "../log/execution-log.js";
import type { ReceivedRequest } from "../request/received-request.js";
import type { PreparedRoute } from "../route/prepared-route.js";
import type { ResponseSink } from "./invocation.js";
import type { StepRecorder } from "./step-recorder.js";

/** One request on its way: what every step may need. */
export interface Exchange {
  readonly definition: ApiDefinition;
  readonly settings: GatewaySettings;
  readonly request: ReceivedRequest;
  readonly ids: { readonly requestId: string; readonly extendedRequestId: string; readonly traceId: string };
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly steps: StepRecorder;
  readonly log: ExecutionLog;
  readonly signal: AbortSignal | undefined;
  readonly sink: ResponseSink | undefined;
  /** Of a request without a method those of the resource it came to. */
  pathParameters: Readonly<Record<string, string>>;
  /** `$context`. Templates change it, and a response template goes on from what the request template left. */
  context: ContextValues;
}

/** An exchange that has found its method. */
export interface RoutedExchange extends Exchange {
  readonly route: PreparedRoute;
  /** The API key that a Lambda authorizer has named. */
  usageIdentifierKey?: string;
}
