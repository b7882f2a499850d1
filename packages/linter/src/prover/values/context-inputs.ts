import type { ProverAssumptions } from "../assumptions.js";
import { allChars, type CharSet, charRange, charsOf, serviceChars, wordChars } from "../text/char-set.js";

/** What stands under a name below `$context`. */
export type ContextInput =
  | { readonly kind: "map" }
  | { readonly kind: "text"; readonly set: CharSet; readonly min: 0 | 1; readonly sample: string }
  | { readonly kind: "integer"; readonly sample: number }
  | { readonly kind: "absent" };

const word: CharSet = wordChars | charsOf("-.~");

/** Names of claims, `cognito:groups` among them. */
export const claimNameChars: CharSet = word | charsOf(":");
/** Base64 for URLs: `ZDb-VclrIAMCJ3w=` (aws-sdk-java#1987). */
const requestIdChars: CharSet = wordChars | charsOf("-=");
const hexadecimal = charRange("0", "9") | charRange("a", "f") | charsOf("-");

const epoch: ContextInput = { kind: "integer", sample: 1_428_582_896_000 };

/** Written by the service, in every request. */
const always: Readonly<Record<string, ContextInput>> = {
  accountId: service(charRange("0", "9"), "123456789012"),
  apiId: service(word, "a1b2c3d4e5"),
  deploymentId: service(word, "d1e2f3"),
  domainName: service(word, "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com"),
  domainPrefix: service(word, "a1b2c3d4e5"),
  extendedRequestId: service(requestIdChars, "JKJaXmPLvHcESHA="),
  httpMethod: service(word, "POST"),
  protocol: service(word | charsOf("/"), "HTTP/1.1"),
  requestId: service(hexadecimal, "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"),
  requestTime: service(word | charsOf("/:+ "), "09/Apr/2015:12:34:56 +0000"),
  requestTimeEpoch: epoch,
  resourceId: service(word, "5nlz3x"),
  resourcePath: service(serviceChars, "/things/{id}"),
  stage: service(word, "prod"),
  "identity.sourceIp": service(charRange("0", "9") | charRange("a", "f") | charsOf(".:"), "203.0.113.7"),
};

/** Written by the service, in some requests. */
const sometimes =
  /^(?:awsEndpointRequestId|connectionId|eventType|routeKey|messageId|messageDirection|disconnectStatusCode|isCanaryRequest|wafResponseCode|webaclArn|identity\.(?:accountId|apiKey|apiKeyId|caller|cognito\w+|principalOrgId|accessKey|user|userArn|vpcId|vpceId|clientCert\.(?:serialNumber|validity\.notBefore|validity\.notAfter)))$/;

const maps =
  /^(?:identity|identity\.clientCert|identity\.clientCert\.validity|authorizer|authorizer\.claims|requestOverride|responseOverride|requestOverride\.(?:path|header|querystring)|responseOverride\.header)?$/;

const callers =
  /^(?:path|identity\.userAgent|identity\.clientCert\.(?:clientCertPem|subjectDN|issuerDN)|disconnectReason)$/;

/** Claims that the issuer of a token writes, and not its user. */
const issuers =
  /^authorizer\.claims\.(?:sub|iss|aud|exp|iat|nbf|jti|auth_time|token_use|event_id|origin_jti|client_id|email_verified|phone_number_verified)$/;

/** The member of `$context` at a path. Access-log variables and misspelt names are not there. */
export function contextInput(
  path: readonly string[],
  assumptions: ProverAssumptions,
  direction: "request" | "response" | undefined,
): ContextInput {
  const name = path.join(".");
  if (maps.test(name)) return { kind: "map" };
  const constant = Object.hasOwn(always, name) ? always[name] : undefined;
  if (constant !== undefined) return constant;
  if (name === "connectedAt") return epoch;
  if (sometimes.test(name))
    return optional(name === "connectionId" ? requestIdChars : serviceChars, "L0SM9cOFvHcCIhw=");
  if (callers.test(name)) return optional(allChars, "a");
  if (issuers.test(name)) return optional(serviceChars, "a1b2c3d4-e5f6");
  if (path[0] === "authorizer") return optional(assumptions.authorizer === "word" ? word : allChars, "a");
  // The request template leaves texts there for the response template; before it, they are empty.
  if (path[0] === "requestOverride" && path.length > 1 && direction !== "request") return optional(allChars, "a");
  if (path[0] === "responseOverride" && path.length > 1 && direction !== "request") return optional(allChars, "a");
  return { kind: "absent" };
}

/** What the service writes into every request and a template mentions, by path. */
export function serviceInputsIn(
  source: string,
): readonly { readonly path: readonly string[]; readonly sample: string | number }[] {
  return Object.entries({ ...always, connectedAt: epoch }).flatMap(([name, input]) => {
    const path = name.split(".");
    const isMentioned = new RegExp(`\\b${path.at(-1)!}\\b`).test(source);
    return isMentioned && (input.kind === "text" || input.kind === "integer") ? [{ path, sample: input.sample }] : [];
  });
}

/** Names that a loop over a map of `$context` meets. */
export function contextNames(path: readonly string[]): readonly string[] {
  const prefix = path.length === 0 ? "" : `${path.join(".")}.`;
  const names = Object.keys(always).filter((name) => name.startsWith(prefix));
  return names.map((name) => name.slice(prefix.length).split(".")[0]!);
}

function service(set: CharSet, sample: string): ContextInput {
  return { kind: "text", set, min: 1, sample };
}

function optional(set: CharSet, sample: string): ContextInput {
  return { kind: "text", set, min: 0, sample };
}
