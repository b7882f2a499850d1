import type { IntegrationType } from "../api-definition.js";

/** Request headers that no template, mapping or backend ever sees (recorded, `full-integration` of the header remapping). */
const HIDDEN = new Set([
  "connection",
  "content-length",
  "content-md5",
  "expect",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "transfer-encoding",
  "trailer",
  "upgrade",
  "www-authenticate",
]);

/** Recorded: a mapping or template that sets one of these is a 500, for AWS integrations of more names. */
const RESERVED = new Set(["content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id"]);
const RESERVED_FOR_AWS = new Set([...RESERVED, "authorization", "connection", "expect", "proxy-authenticate", "te"]);

/** Whether the service takes a header out of every request. */
export function isHiddenHeader(name: string): boolean {
  return HIDDEN.has(name.toLowerCase());
}

/** Whether the service alone sets a header of the requests to such an integration. */
export function isReservedHeader(name: string, integration: IntegrationType | undefined): boolean {
  const reserved = integration?.startsWith("AWS") ? RESERVED_FOR_AWS : RESERVED;
  return reserved.has(name.toLowerCase());
}
