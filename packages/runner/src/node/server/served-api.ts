import type { Gateway } from "../../create-gateway.js";

/** What a server answers with at one moment. */
export interface ServedApi {
  readonly gateway: Gateway;
  /** Why the files as they are now cannot be served, where this is what they said before. */
  readonly problem?: string;
}
