import type { GatewayResponse } from "../api-definition.js";
import type { Declared } from "../source/declared.js";
import { readTemplates } from "./read-templates.js";

/** A gateway response in any spelling. */
export function readGatewayResponse(declared: Declared): GatewayResponse {
  const statusCode = declared.get("statusCode")?.text();
  const isInspected = declared.evaluation.policy === "inspect";
  return {
    ...(statusCode !== undefined && { statusCode }),
    responseParameters: readResponseParameters(declared.get("responseParameters")),
    responseTemplates: declared.get("responseTemplates")?.texts() ?? {},
    ...(isInspected && { declaredTemplates: readTemplates(declared, "responseTemplates") }),
  };
}

/** SAM groups them: `Headers: {X: "'y'"}` is `gatewayresponse.header.X: "'y'"`. */
function readResponseParameters(declared: Declared | undefined): Record<string, string> {
  const grouped = Object.entries(declared?.get("headers")?.texts() ?? {});
  return {
    ...declared?.texts(),
    ...Object.fromEntries(grouped.map(([name, source]) => [`gatewayresponse.header.${name}`, source])),
  };
}
