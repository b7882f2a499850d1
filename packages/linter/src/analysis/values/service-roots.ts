import type { TextNature, Value } from "../value.js";
import { anyJson, emptyValue, makeValue, numberValue, textValue } from "./make-value.js";

/** Members of `$context` whose text a caller writes; the values of authorizers are those of `authorizer`. */
const writtenByCaller = /^(?:identity\.userAgent|error\.|requestOverride\.|responseOverride\.|authorizer\.)/;

/** Claims that the issuer of the token writes, not the user. */
const writtenByIssuer =
  /^authorizer\.(?:claims\.(?:sub|iss|aud|exp|iat|nbf|jti|auth_time|token_use|event_id|origin_jti|client_id|cognito:username|email_verified|phone_number_verified)|integrationLatency)$/;

const maps =
  /^(?:identity|identity\.clientCert|identity\.clientCert\.validity|authorizer|requestOverride|requestOverride\.(?:header|path|querystring)|responseOverride|responseOverride\.header)$/;

/** `$context` and what is below it; maps print as nothing. */
export function contextValue(path: readonly string[]): Value {
  const name = path.join(".");
  const origin = { root: "context", path } as const;
  if (name === "" || maps.test(name)) return makeValue(["map"], "constant", { origin });
  if (name === "requestTimeEpoch") return makeValue(["number"], "service", { origin });
  const nature: TextNature = writtenByCaller.test(name) && !writtenByIssuer.test(name) ? "caller" : "service";
  if (path[0] === "requestOverride" || path[0] === "responseOverride") return makeValue(anyJson, nature, { origin });
  if (["requestId", "stage", "httpMethod", "apiId", "resourcePath", "path", "identity.sourceIp"].includes(name)) {
    return makeValue(["string"], nature, { origin });
  }
  return textValue(nature, origin);
}

/** `$stageVariables`: the service admits only `A-Za-z0-9-._~:/?#&=,` in their values. */
export function stageVariableValue(path: readonly string[]): Value {
  const origin = { root: "stageVariables", path } as const;
  return path.length === 0 ? makeValue(["map"], "service", { origin }) : textValue("service", origin);
}

/** `$input.params()` and what is below it: the map, a map for each location, a parameter. */
export function parametersValue(path: readonly string[]): Value {
  const origin = { root: "params", path } as const;
  return path.length < 2 ? makeValue(["map"], "caller", { origin }) : textValue("caller", origin);
}

/** A node of the body. */
export function bodyValue(path: readonly string[]): Value {
  const origin = { root: "body", path } as const;
  return makeValue(path.length === 0 ? anyJson.filter((kind) => kind !== "empty") : anyJson, "caller", { origin });
}

/** `$foreach.count` and the others. */
export function loopMember(name: string): Value {
  if (name === "count" || name === "index") return numberValue();
  if (["hasNext", "first", "last"].includes(name)) return makeValue(["boolean"], "constant");
  return name === "parent" || name === "topmost" ? makeValue(["object"], "constant") : emptyValue;
}
