import type { ContentHandling, IntegrationResponse, MappingTemplate, TemplateSource } from "../../api-definition.js";

import type { Declared } from "../../source/declared.js";
import { readContentHandling } from "../read-integration.js";

/** A status as `statusCodes` declares it; the framework's own have no declaration. */
interface Status {
  readonly statusCode: string;
  readonly selectionPattern?: string;
  readonly declared?: Declared;
}

const DEFAULT: Status = { statusCode: "200" };

/** The framework's statuses, where an event declares none (serverless 3.40, `validate.js`). */
const STATUSES: readonly Status[] = [
  DEFAULT,
  ...["400", "401", "403", "404", "422"].map((statusCode) => ({
    statusCode,
    selectionPattern: `[\\s\\S]*\\[${statusCode}\\][\\s\\S]*`,
  })),
  {
    statusCode: "500",
    selectionPattern: "[\\s\\S]*(Process\\s?exited\\s?before\\s?completing\\s?request|\\[500\\])[\\s\\S]*",
  },
  { statusCode: "502", selectionPattern: "[\\s\\S]*\\[502\\][\\s\\S]*" },
  {
    statusCode: "504",
    selectionPattern: "([\\s\\S]*\\[504\\][\\s\\S]*)|(.*Task timed out after \\d+\\.\\d+ seconds$)",
  },
];

/**
 * The integration responses of an event that is no proxy. `response` is the event's, `added` are headers that every
 * response has beside its own.
 */
export function readHttpResponses(
  response: Declared | undefined,
  added: Readonly<Record<string, string>>,
): IntegrationResponse[] {
  const headers = { ...mappings(added), ...mappings(response?.get("headers")?.texts()) };
  const templates = readEventTemplates(response?.get("template"));
  const handling = response && readContentHandling(response).contentHandling;
  const statuses = statusesOf(response);
  const common = eventSources(response);
  // The event's own template stands for all statuses, but it is one.
  const bearer = statuses.find(({ declared }) => eventSources(declared).length === 0) ?? statuses[0];
  return statuses.map((status) => {
    const responseSources = [...(status === bearer ? common : []), ...eventSources(status.declared)];
    const found = responseOf(status, headers, templates, handling);
    return responseSources.length === 0 ? found : { ...found, responseSources };
  });
}

/** Unless a pattern is the empty text, the framework adds a 200 for everything else, in the place of any other. */
function statusesOf(response: Declared | undefined): readonly Status[] {
  const declared = (response?.get("statusCodes")?.entries() ?? []).map(({ key, value }) => {
    const selectionPattern = value.get("pattern")?.text();
    return { statusCode: key, declared: value, ...(selectionPattern !== undefined && { selectionPattern }) };
  });
  if (declared.length === 0) return STATUSES;
  if (declared.some(({ selectionPattern }) => selectionPattern === "")) return declared;
  return [DEFAULT, ...declared.filter(({ statusCode }) => statusCode !== "200")];
}

function responseOf(
  { statusCode, selectionPattern, declared }: Status,
  headers: Readonly<Record<string, string>>,
  templates: readonly MappingTemplate[],
  handling: ContentHandling | undefined,
): IntegrationResponse {
  const own = readEventTemplates(declared?.get("template"));
  const types = new Set(own.map(({ contentType }) => contentType));
  return {
    statusCode,
    ...(selectionPattern && { selectionPattern }),
    ...(handling !== undefined && statusCode.startsWith("2") && { contentHandling: handling }),
    responseParameters: { ...headers, ...mappings(declared?.get("headers")?.texts()) },
    responseTemplates: [...templates.filter(({ contentType }) => !types.has(contentType)), ...own],
  };
}

function mappings(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, source]) => [`method.response.header.${name}`, source]),
  );
}

/** Where an event's templates stand; a text alone is that of `application/json`. */
export function eventSources(owner: Declared | undefined): readonly TemplateSource[] {
  const isAlone = owner?.get("template")?.isMap === false;
  return (owner?.sources("template") ?? []).map((source) =>
    isAlone ? { ...source, contentType: "application/json" } : source,
  );
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
