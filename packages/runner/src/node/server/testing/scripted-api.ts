import type { ClientResponse, GatewayRequest, Invocation } from "../../../pipeline/invocation.js";
import { apiWith } from "../../../testing/definitions.js";
import type { ServedApi } from "../served-api.js";

type Script = (request: GatewayRequest, signal: AbortSignal) => ClientResponse | Promise<ClientResponse>;

/** An API whose gateway answers as told and keeps what it was asked. */
export class ScriptedApi implements ServedApi {
  readonly requests: GatewayRequest[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  readonly gateway = {
    definition: apiWith(),
    invoke: async (request: GatewayRequest, signal = new AbortController().signal): Promise<Invocation> => {
      this.requests.push(request);
      const response = await this.#script(request, signal);
      return { requestId: "r-1", response, steps: [], log: ["Execution log for request r-1"] };
    },
  };
}

export function answerOf(body: string, headers: ClientResponse["headers"] = [], status = 200): ClientResponse {
  return { status, headers, body: new TextEncoder().encode(body) };
}
