import type { ApiDefinition } from "@apigw-vtl/definitions";
import type { ApiIdentity } from "./context/request-context.js";
import { type GatewayOptions, settingsOf } from "./gateway-options.js";
import { ExecutionLog } from "./log/execution-log.js";
import type { Exchange } from "./pipeline/exchange.js";
import type { ClientResponse, GatewayRequest, Invocation, ResponseSink, Step } from "./pipeline/invocation.js";
import { runPipeline } from "./pipeline/pipeline.js";
import { StepRecorder } from "./pipeline/step-recorder.js";
import { type FrontAnswer, frontResponse, refusalOf } from "./request/front-answer.js";
import { IdSource } from "./request/ids.js";
import { receive } from "./request/received-request.js";
import { Router } from "./route/router.js";

/** A REST API that answers requests on this machine. */
export interface Gateway {
  readonly definition: ApiDefinition;
  /**
   * Takes one request through the API. Never rejects for what a client, a definition, a template or a backend does:
   * these end in the response that the service would give. `signal` gives up waiting for the integration. `sink` gets the
   * response of an integration that streams while it comes; it must not throw.
   */
  invoke(request: GatewayRequest, signal?: AbortSignal, sink?: ResponseSink): Promise<Invocation>;
}

export function createGateway(definition: ApiDefinition, options: GatewayOptions = {}): Gateway {
  const settings = settingsOf(options);
  const router = new Router(definition.routes, options.compile);
  const source = new IdSource(settings.random);
  const api: ApiIdentity = {
    apiId: definition.id,
    stage: definition.stageName,
    deploymentId: "local0",
    domainName: `${definition.id}.execute-api.${settings.region}.amazonaws.com`,
  };
  return {
    definition,
    async invoke(request, signal, sink) {
      const time = settings.clock();
      const ids = {
        requestId: source.uuid(),
        extendedRequestId: source.extendedRequestId(),
        traceId: source.traceId(time),
      };
      const { onStep } = settings;
      const listener = onStep && ((step: Step) => onStep(step, ids.requestId));
      const refusal = refusalOf(request);
      const exchange: Exchange = {
        definition,
        settings,
        request: receive(request, { host: api.domainName, traceId: ids.traceId }),
        ids,
        stageVariables: request.stageVariables ?? definition.stageVariables,
        steps: new StepRecorder(listener),
        log: new ExecutionLog(ids.requestId, settings.clock),
        signal,
        sink,
        pathParameters: {},
        context: {},
      };
      const response =
        refusal === undefined ? await runPipeline(exchange, { router, api, time }) : refuse(exchange, refusal);
      return new RecordedInvocation(ids.requestId, response, exchange);
    },
  };
}

/** The request does not reach the API, and no execution log tells of it. */
function refuse({ steps }: Exchange, refusal: FrontAnswer): ClientResponse {
  const response = frontResponse(refusal);
  steps.add("routing", () => ({
    outcome: "failed",
    explanation: `The service answers ${refusal.status} before it looks at the API: ${refusal.reason}. No gateway response applies to it.`,
    output: response,
  }));
  return response;
}

/** Steps and log are written when they are asked for: most requests of a server under load are not looked at. */
class RecordedInvocation implements Invocation {
  readonly requestId: string;
  readonly response: ClientResponse;
  readonly #exchange: Pick<Exchange, "steps" | "log">;

  constructor(requestId: string, response: ClientResponse, { steps, log }: Exchange) {
    this.requestId = requestId;
    this.response = response;
    this.#exchange = { steps, log };
  }

  get steps(): readonly Step[] {
    return this.#exchange.steps.steps();
  }

  get log(): readonly string[] {
    return this.#exchange.log.lines();
  }
}
