import type { Gateway, GatewayRequest, Invocation, ResponseSink } from "@apigw-vtl/runner";
import type { OpenGateway } from "../gateway-options/open-gateway.js";

/** A gateway that is closed once it is no longer served and the last of its requests is answered. */
export class RetiringGateway implements Gateway {
  readonly opened: OpenGateway;
  readonly #gateway: Gateway;
  #running = 0;
  #retired = false;

  constructor(opened: OpenGateway, gateway: Gateway) {
    this.opened = opened;
    this.#gateway = gateway;
  }

  get definition() {
    return this.#gateway.definition;
  }

  async invoke(request: GatewayRequest, signal?: AbortSignal, sink?: ResponseSink): Promise<Invocation> {
    this.#running++;
    try {
      return await this.#gateway.invoke(request, signal, sink);
    } finally {
      this.#running--;
      if (this.#retired && this.#running === 0) void this.opened.close();
    }
  }

  /** No new requests come: ends what answers for its integrations after those that run. */
  retire(): void {
    this.#retired = true;
    if (this.#running === 0) void this.opened.close();
  }
}
