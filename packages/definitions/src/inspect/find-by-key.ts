import { readIntegration, readIntegrationResponse } from "../formats/read-integration.js";
import { templatesAt } from "../formats/read-templates.js";
import { directionOfMap } from "../hosts/template-maps.js";
import { Declared } from "../source/declared.js";
import type { Evaluation } from "../source/evaluation.js";
import type { SourceDocument } from "../source/source-document.js";
import type { FactsBase, TemplateSearch } from "../template-search.js";
import type { HostMap, HostNode } from "../tree/host-node.js";
import { branches, entryOf, pointerTo } from "../tree/lookup.js";
import { integrationFacts, responseFacts } from "./template-facts-of.js";

/** A place of a tree, and the integration that is around it. */
interface Visit {
  readonly node: HostNode;
  readonly address: string;
  readonly integration: HostMap | undefined;
}

/**
 * Finds what no format claims: maps under `requestTemplates` or `responseTemplates` (any case) anywhere in a tree, as CLI
 * inputs, CDK's tree.json and other tools' formats have them.
 */
export function findByKey(document: SourceDocument, evaluation: Evaluation, search: TemplateSearch): void {
  const visited = new Set<HostNode>();
  // What is read for facts is claimed too.
  const seen = new Set(evaluation.claimed);
  const pending: Visit[] = [{ node: document.root, address: "", integration: undefined }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, address, integration } = visit;
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") {
      const items = node.items.map((item, index) => ({ node: item, address: pointerTo(address, index), integration }));
      pending.push(...items.reverse());
    } else if (node.kind === "choice") {
      pending.push(...node.branches.map((branch) => ({ node: branch.node, address, integration })));
    } else if (node.kind === "map") {
      const owner = looksLikeIntegration(node) ? node : integration;
      const values = node.entries.map(({ key, value }) => {
        const at = { node: value, address: pointerTo(address, key), integration: owner };
        addIfTemplates(key, at, node);
        return at;
      });
      pending.push(...values.reverse());
    }
  }

  function addIfTemplates(key: string, { node: value, address, integration }: Visit, parent: HostMap): void {
    const direction = directionOfMap(key);
    if (direction === undefined || seen.has(value)) return;
    seen.add(value);
    const declared = (node: HostMap): Declared => new Declared(node, document, evaluation);
    const response = direction === "response" ? readIntegrationResponse(declared(parent)) : undefined;
    const read = integration && readIntegration(declared(integration));
    const around = read?.integration ?? read?.unknownIntegration;
    const facts: FactsBase = {
      direction,
      apiType: "REST",
      ...(around !== undefined && { integration: integrationFacts(around) }),
      ...(response !== undefined && { response: responseFacts(response) }),
    };
    // Modules of Terraform take lists of such maps.
    const maps =
      value.kind === "list"
        ? value.items.map((node, index) => ({ node, document, address: pointerTo(address, index) }))
        : [{ node: value, document, address }];
    for (const at of maps.filter(({ node }) => !isSchema(node))) {
      for (const template of templatesAt(at, evaluation)) search.addDeclared(template, facts);
    }
  }
}

function looksLikeIntegration(node: HostMap): boolean {
  return ["requestTemplates", "uri", "passthroughBehavior", "integrationResponses"].some(
    (key) => entryOf(node, key) !== undefined,
  );
}

const SCHEMA_KEYS: ReadonlySet<string> = new Set([
  "type",
  "description",
  "properties",
  "patternProperties",
  "shape",
  "$ref",
]);

/** What a JSON schema or the model of a service says of such maps; a content type has a `/`, or is `$default`. */
function isSchema(node: HostNode): boolean {
  return branches(node).some(
    ({ node: map }) =>
      map.kind === "map" &&
      map.entries.some(({ key }) => SCHEMA_KEYS.has(key)) &&
      !map.entries.some(({ key }) => key.includes("/") || key === "$default"),
  );
}
