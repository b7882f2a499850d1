import type { ApiDefinition } from "../../../definition/api-definition.js";
import type { ClientResponse, GatewayRequest, Invocation } from "../../../pipeline/invocation.js";
import type { ServedApi } from "../served-api.js";

const DEFINITION: ApiDefinition = {
  name: "scripted",
  id: "a1b2c3d4e5",
  routes: [],
  authorizers: {},
  gatewayResponses: {},
  binaryMediaTypes: [],
  stageName: "prod",
  stageVariables: {},
  apiKeySource: "HEADER",
  functions: {},
  tables: [],
};

type Script = (request: GatewayRequest, signal: AbortSignal) => ClientResponse | Promise<ClientResponse>;

/** An API whose gateway answers as told and keeps what it was asked. */
export class ScriptedApi implements ServedApi {
  readonly requests: GatewayRequest[] = [];
  readonly definition = DEFINITION;
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  readonly gateway = {
    invoke: async (request: GatewayRequest, signal: AbortSignal): Promise<Invocation> => {
      this.requests.push(request);
      const response = await this.#script(request, signal);
      return { requestId: "r-1", response, steps: [], log: ["Execution log for request r-1"] };
    },
  };
}

export function answerOf(body: string, headers: ClientResponse["headers"] = [], status = 200): ClientResponse {
  return { status, headers, body: new TextEncoder().encode(body) };
}
