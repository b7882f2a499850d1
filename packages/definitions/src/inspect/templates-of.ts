import type { TemplateSource } from "../api-definition.js";
import type { InspectedApi } from "../formats/declared-api.js";
import type { TemplateSearch } from "../template-search.js";
import { templatesOf, useOf } from "../template-use.js";
import { responseFacts, routeFacts, stageFacts } from "./template-facts-of.js";

/** Collects the templates of an API where they stand, each with what the API says of its surroundings. */
export function findInApi(
  api: InspectedApi,
  searchOf: (source: TemplateSource) => { readonly search: TemplateSearch; readonly definition: string },
): void {
  for (const route of api.routes) {
    const templates = templatesOf(route).filter(({ template }) => template.source !== undefined);
    const [first] = templates;
    if (first === undefined) continue;
    const base = { ...routeFacts(api, route, first.integration), conditions: route.conditions ?? [] };
    for (const used of templates) {
      const { response, template } = used;
      if (template.source === undefined) continue;
      const { search, definition } = searchOf(template.source);
      const use = useOf(used, { definition, api: api.logicalId });
      const facts = { ...base, direction: use.direction, ...(response && { response: responseFacts(response) }) };
      search.addDeclared(template, facts, use);
    }
  }
  for (const [responseType, { statusCode, declaredTemplates = [] }] of Object.entries(api.gatewayResponses)) {
    const gatewayResponse = { responseType, ...(statusCode !== undefined && { statusCode }) };
    for (const template of declaredTemplates) {
      const facts = { direction: "response", apiType: api.apiType, gatewayResponse, ...stageFacts(api) } as const;
      if (template.source !== undefined) searchOf(template.source).search.addDeclared(template, facts);
    }
  }
}
