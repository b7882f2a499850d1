import type { TemplateSource } from "../api-definition.js";
import type { InspectedApi } from "../formats/inspected-api.js";
import type { Evaluation } from "../source/evaluation.js";
import type { Located, SourceDocument } from "../source/source-document.js";
import type { FactsBase, TemplateSearch } from "../template-search.js";
import { isIntrinsic, pointerTo } from "../tree/lookup.js";
import { responseFacts, routeFacts } from "./template-facts-of.js";

/** Where the templates of a document are collected that another declares. */
export type SearchOf = (document: SourceDocument, source: SourceDocument) => TemplateSearch;

/** Collects the templates of an API, each with what the API says of its surroundings. */
export function findInApi(api: InspectedApi, evaluation: Evaluation, searchOf: SearchOf): void {
  const templates = new DeclaredTemplates(evaluation, searchOf);
  for (const route of api.routes) {
    const integration = route.integration ?? route.unknownIntegration;
    if (integration === undefined) continue;
    const owners = [integration.requestSources, ...integration.responses.map(({ responseSources }) => responseSources)];
    if (owners.every((sources) => sources === undefined)) continue;
    const base = routeFacts(api, route, integration);
    const conditions = route.conditions ?? [];
    templates.add(integration.requestSources, { ...base, direction: "request" }, conditions);
    for (const response of integration.responses) {
      const facts = { ...base, direction: "response" as const, response: responseFacts(response) };
      templates.add(response.responseSources, facts, conditions);
    }
  }
  for (const [responseType, { statusCode, responseSources }] of Object.entries(api.gatewayResponses)) {
    const gatewayResponse = { responseType, ...(statusCode !== undefined && { statusCode }) };
    templates.add(responseSources, { direction: "response", apiType: api.apiType, gatewayResponse }, []);
  }
}

class DeclaredTemplates {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly searchOf: SearchOf,
  ) {}

  /** `conditions`: those under which the integration is this one. */
  add(sources: readonly TemplateSource[] = [], base: FactsBase, conditions: readonly string[]): void {
    for (const source of sources) this.addSource(source, base, conditions);
  }

  private addSource(source: TemplateSource, base: FactsBase, conditions: readonly string[]): void {
    if (source.contentType !== undefined) return this.addTemplate(source, source, source.contentType, base, conditions);
    this.searchOf(source.document, source.document).see(source.node);
    for (const arm of this.evaluation.arms(source.node, source.document)) {
      const { node, document } = arm.located;
      this.searchOf(document, source.document).see(node);
      if (node.kind !== "map" || isIntrinsic(node)) continue;
      for (const { key, value } of node.entries) {
        const address = pointerTo(arm.path.reduce<string>(pointerTo, source.address), key);
        const located = { ...this.evaluation.located(value, document), address };
        this.addTemplate(source, located, key, base, [...conditions, ...arm.conditions]);
      }
      for (const rest of node.rest ?? []) {
        this.addSource({ node: rest, document, address: source.address }, base, [...conditions, ...arm.conditions]);
      }
    }
  }

  private addTemplate(
    source: TemplateSource,
    { node, document, address }: Located & { readonly address: string },
    contentType: string,
    base: FactsBase,
    conditions: readonly string[],
  ): void {
    for (const arm of this.evaluation.arms(node, document)) {
      const facts = { ...base, contentType, conditions: [...conditions, ...arm.conditions] };
      const pointer = arm.path.reduce<string>(pointerTo, address);
      this.searchOf(arm.located.document, source.document).addTemplate(arm.located.node, pointer, facts);
    }
  }
}
