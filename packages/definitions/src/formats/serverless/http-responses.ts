import type { ContentHandling, IntegrationResponse, MappingTemplate } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { readContentHandling } from "../read-integration.js";
import { readTemplates } from "../read-templates.js";

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
  const common = readEventTemplates(response);
  const handling = response && readContentHandling(response).contentHandling;
  const isInspected = response?.evaluation.policy === "inspect";
  const statuses = statusesOf(response, isInspected);
  // The event's own template stands for all statuses, but to whom inspects templates it is one.
  const bearer = statuses.find(({ declared }) => declared?.get("template") === undefined) ?? statuses[0];
  return statuses.map((status) =>
    responseOf(status, headers, isInspected && status !== bearer ? [] : common, handling),
  );
}

/**
 * Unless a pattern is the empty text, the framework adds a 200 for everything else, in the place of any other. Templates
 * of that one are declared all the same.
 */
function statusesOf(response: Declared | undefined, isInspected: boolean): readonly Status[] {
  const declared = (response?.get("statusCodes")?.entries() ?? []).map(({ key, value }) => {
    const selectionPattern = value.get("pattern")?.text();
    return { statusCode: key, declared: value, ...(selectionPattern !== undefined && { selectionPattern }) };
  });
  if (declared.length === 0) return STATUSES;
  if (declared.some(({ selectionPattern }) => selectionPattern === "")) return declared;
  return [DEFAULT, ...declared.filter(({ statusCode }) => isInspected || statusCode !== "200")];
}

function responseOf(
  { statusCode, selectionPattern, declared }: Status,
  headers: Readonly<Record<string, string>>,
  templates: readonly MappingTemplate[],
  handling: ContentHandling | undefined,
): IntegrationResponse {
  const own = readEventTemplates(declared);
  const types = new Set(own.map(({ contentType }) => contentType));
  return {
    ...(declared !== undefined && { place: declared.place }),
    statusCode,
    ...(selectionPattern && { selectionPattern }),
    ...(handling !== undefined && statusCode.startsWith("2") && { contentHandling: handling }),
    responseParameters: { ...headers, ...mappings(declared?.get("headers")?.texts()) },
    // What is inspected is found, even if nothing uses it.
    responseTemplates: [...templates.filter(({ contentType, source }) => source || !types.has(contentType)), ...own],
  };
}

function mappings(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, source]) => [`method.response.header.${name}`, source]),
  );
}

/** The templates of an event's request or response, or of a status: a text alone is that of `application/json`. */
export function readEventTemplates(owner: Declared | undefined): MappingTemplate[] {
  return owner === undefined ? [] : readTemplates(owner, "template", "application/json");
}
