import type { GatewayResponse } from "../api-definition.js";
import type { Declared } from "../source/declared.js";
import { readTemplates } from "./read-templates.js";

/** A gateway response in any spelling. */
function readGatewayResponse(declared: Declared): GatewayResponse {
  const statusCode = declared.get("statusCode")?.text();
  const isInspected = declared.evaluation.policy === "inspect";
  return {
    ...(statusCode !== undefined && { statusCode }),
    responseParameters: readResponseParameters(declared.get("responseParameters")),
    responseTemplates: declared.get("responseTemplates")?.texts() ?? {},
    ...(isInspected && { declaredTemplates: readTemplates(declared, "responseTemplates") }),
  };
}

/** A map of gateway responses by type. */
export function readGatewayResponseMap(declared: Declared | undefined): Record<string, GatewayResponse> {
  return Object.fromEntries((declared?.entries() ?? []).map(({ key, value }) => [key, readGatewayResponse(value)]));
}

/** Gateway responses that each are a resource. */
export function gatewayResponsesOf(resources: readonly Declared[]): Record<string, GatewayResponse> {
  return Object.fromEntries(
    resources.flatMap((resource) => {
      const type = resource.get("responseType")?.text();
      return type === undefined ? [] : [[type, readGatewayResponse(resource)] as const];
    }),
  );
}

/** SAM groups them: `Headers: {X: "'y'"}` is `gatewayresponse.header.X: "'y'"`. */
function readResponseParameters(declared: Declared | undefined): Record<string, string> {
  const grouped = Object.entries(declared?.get("headers")?.texts() ?? {});
  return {
    ...declared?.texts(),
    ...Object.fromEntries(grouped.map(([name, source]) => [`gatewayresponse.header.${name}`, source])),
  };
}
