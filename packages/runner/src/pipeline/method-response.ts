import type { IntegrationType } from "@apigw-vtl/definitions";
import type { HeaderBag } from "../request/headers.js";
import type { Payload } from "./payload.js";

/** What goes back to the client, before the service renames headers and adds its own. */
export interface MethodResponse {
  readonly integrationType: IntegrationType;
  readonly status: number;
  readonly headers: HeaderBag;
  readonly payload: Payload;
  /** Comes behind the payload, for as long as the backend writes it. */
  readonly stream?: AsyncIterable<Uint8Array>;
}
