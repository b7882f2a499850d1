import type { IntegrationResponse, MappingTemplate } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";

/** The patterns that the framework gives the responses of a `lambda` integration that declares none. */
const PATTERNS: readonly (readonly [statusCode: string, pattern?: string])[] = [
  ["200"],
  ...["400", "401", "403", "404", "422"].map((code) => [code, `[\\s\\S]*\\[${code}\\][\\s\\S]*`] as const),
  ["500", "[\\s\\S]*(Process\\s?exited\\s?before\\s?completing\\s?request|\\[500\\])[\\s\\S]*"],
  ["502", "[\\s\\S]*\\[502\\][\\s\\S]*"],
  ["504", "([\\s\\S]*\\[504\\][\\s\\S]*)|(.*Task timed out after \\d+\\.\\d+ seconds$)"],
];

/** The integration responses of an event that is no proxy; `response` is the event's. */
export function readHttpResponses(response: Declared | undefined): IntegrationResponse[] {
  const responseParameters = readHeaders(response?.get("headers"));
  const declared = response?.get("statusCodes")?.entries() ?? [];
  const fallback = readEventTemplates(response?.get("template"));
  if (declared.length === 0) {
    return PATTERNS.map(([statusCode, selectionPattern]) => ({
      statusCode,
      ...(selectionPattern !== undefined && { selectionPattern }),
      responseParameters,
      responseTemplates: selectionPattern === undefined ? fallback : [],
    }));
  }
  return declared.map(({ key, value }) => {
    const pattern = value.get("pattern")?.text();
    const own = readEventTemplates(value.get("template"));
    return {
      statusCode: key,
      ...(pattern !== undefined && pattern !== "" && { selectionPattern: pattern }),
      responseParameters: { ...responseParameters, ...readHeaders(value.get("headers")) },
      responseTemplates: own.length > 0 ? own : fallback,
    };
  });
}

function readHeaders(declared: Declared | undefined): Record<string, string> {
  const texts = Object.entries(declared?.texts() ?? {});
  return Object.fromEntries(texts.map(([name, source]) => [`method.response.header.${name}`, source]));
}

/** A text alone is the template of `application/json`. */
export function readEventTemplates(declared: Declared | undefined): MappingTemplate[] {
  if (declared === undefined || declared.isNull) return [];
  const entries = declared.isMap ? declared.entries() : [{ key: "application/json", value: declared }];
  return entries.flatMap(({ key, value }) => {
    const text = value.text();
    return text === undefined ? [] : [{ contentType: key, text, place: value.place }];
  });
}
