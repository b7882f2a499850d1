import type { TemplateEvent } from "@apigw-vtl/compiler";

/** Names of `$context` that a request is made with, or that follow from the method and the request. */
const USED: ReadonlySet<string> = new Set([
  "accountId",
  "apiId",
  "authorizer",
  "httpMethod",
  "identity.apiKey",
  "identity.sourceIp",
  "identity.userAgent",
  "path",
  "protocol",
  "requestOverride",
  "requestTime",
  "requestTimeEpoch",
  "resourceId",
  "resourcePath",
  "responseOverride",
  "stage",
]);

/** Says which values of a sample's `$context` the gateway does not take, since it makes them itself. */
export function unusedContext({ context }: TemplateEvent): readonly string[] {
  const names = Object.entries(context ?? {}).flatMap(([name, value]) =>
    name === "identity" && typeof value === "object" && value !== null
      ? Object.keys(value).map((key) => `identity.${key}`)
      : [name],
  );
  const unused = names.filter((name) => !USED.has(name));
  if (unused.length === 0) return [];
  return [
    `The gateway makes $context itself: of the sample's, ${unused.join(", ")} ${unused.length === 1 ? "is" : "are"} not used.`,
  ];
}
