import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { MappingTemplate, UsedTemplate } from "@apigw-vtl/definitions";
import type { HeaderList } from "@apigw-vtl/runner";
import { textAt } from "./context-text.js";
import type { MultiValues } from "./multi-values.js";

/** Headers without which the template would not be reached, and those that `$context` shows the values of. */
export function addedHeaders(
  { route, integration, template, response }: UsedTemplate,
  { headers = {}, context }: TemplateEvent,
): { readonly headers: HeaderList; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const added: [name: string, value: string][] = [];
  const add = (name: string, value: string | undefined, note?: string): void => {
    if (value === undefined || hasHeader(headers, name)) return;
    added.push([name, value]);
    if (note !== undefined) notes.push(note);
  };
  const { requestTemplates } = integration;
  const sent = response === undefined ? template : requestTemplates[0];
  const types = [
    ["Content-Type", sent && requestType(sent, requestTemplates)],
    ["Accept", response && responseType(template, response.responseTemplates)],
  ] as const;
  for (const [name, type] of types) {
    add(name, type, `The header ${name}: ${type} is added: without it another template would be taken, or none.`);
  }
  const key = textAt(context, "identity", "apiKey");
  if (key !== undefined) add("x-api-key", key);
  else if (route.apiKeyRequired)
    add("x-api-key", "sample", "The method requires an API key: any is accepted here, and one is added.");
  add("User-Agent", textAt(context, "identity", "userAgent"));
  return { headers: added, notes };
}

/** The `Content-Type` that has to be said for a request template; without one it is JSON. */
function requestType({ contentType }: MappingTemplate, all: readonly MappingTemplate[]): string | undefined {
  const isDeclared = (type: string) => all.some((other) => other.contentType.toLowerCase() === type);
  if (contentType !== "$default") return contentType.toLowerCase() === JSON_TYPE ? undefined : contentType;
  // It is taken for what no other template is for.
  return isDeclared(JSON_TYPE) ? OTHER_TYPES.find((type) => !isDeclared(type)) : undefined;
}

/** The `Accept` that has to be said for a response template: without one it is JSON, and without that the first. */
function responseType(template: MappingTemplate, all: readonly MappingTemplate[]): string | undefined {
  const taken = all.find(({ contentType }) => contentType.toLowerCase() === JSON_TYPE) ?? all[0];
  return taken === template ? undefined : template.contentType;
}

const JSON_TYPE = "application/json";
const OTHER_TYPES = ["text/plain", "application/xml", "text/html", "text/csv"];

function hasHeader(headers: MultiValues, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());
}
