import type { Gateway } from "../../create-gateway.js";
import type { Locate } from "../../report/locate.js";

/** What a server answers with at one moment. */
export interface ServedApi {
  readonly gateway: Gateway;
  /** Why the files as they are now cannot be served, where this is what they said before. */
  readonly problem?: string;
  /** Lines and columns of places in the files. */
  readonly locate?: Locate;
}
