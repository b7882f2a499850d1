import { readIntegration, readIntegrationResponse } from "../formats/read-integration.js";
import { inspectTemplates } from "../formats/read-templates.js";
import { directionOfMap } from "../hosts/template-maps.js";
import { Declared } from "../source/declared.js";
import type { Evaluation } from "../source/evaluation.js";
import type { SourceDocument } from "../source/source-document.js";
import type { FactsBase, TemplateSearch } from "../template-search.js";
import type { HostMap, HostNode } from "../tree/host-node.js";
import { branches, entryOf, pointerTo } from "../tree/lookup.js";
import { integrationFacts, responseFacts } from "./template-facts-of.js";

/** A place of a tree, on the way to which addresses are only made up if it has templates. */
interface Visit {
  readonly node: HostNode;
  readonly within?: Visit;
  readonly key?: string | number;
}

/**
 * Finds what no format claims: maps under `requestTemplates` or `responseTemplates` (any case) anywhere in a tree, as CLI
 * inputs, CDK's tree.json and other tools' formats have them.
 */
export function findByKey(document: SourceDocument, evaluation: Evaluation, search: TemplateSearch): void {
  const visited = new Set<HostNode>();
  // What is read for facts is claimed too.
  const seen = new Set(evaluation.claimed);
  const others = (document.others ?? []).map((node, index): Visit => {
    return { node, within: { node }, key: index + 1 };
  });
  const pending: Visit[] = [...others.toReversed(), { node: document.root }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node } = visit;
    if (node.kind === "choice") {
      for (const branch of node.branches) pending.push({ ...visit, node: branch.node });
      continue;
    }
    if ((node.kind !== "list" && node.kind !== "map") || visited.has(node)) continue;
    visited.add(node);
    const children: Visit[] = [];
    if (node.kind === "list") {
      for (const [key, item] of node.items.entries()) {
        if (isNested(item)) children.push({ node: item, within: visit, key });
      }
    } else {
      for (const { key, value } of node.entries) {
        if (!isNested(value)) continue;
        const child = { node: value, within: visit, key };
        addIfTemplates(key, child, node);
        children.push(child);
      }
    }
    pending.push(...children.reverse());
  }

  function addIfTemplates(key: string, visit: Visit, parent: HostMap): void {
    const direction = directionOfMap(key);
    const { node: value } = visit;
    if (direction === undefined || seen.has(value)) return;
    seen.add(value);
    const declared = (node: HostMap): Declared => new Declared(node, document, evaluation);
    const response = direction === "response" ? readIntegrationResponse(declared(parent)) : undefined;
    const integration = integrationAround(visit);
    const read = integration && readIntegration(declared(integration));
    const around = read?.integration ?? read?.unknownIntegration;
    const facts: FactsBase = {
      direction,
      apiType: "REST",
      ...(around !== undefined && { integration: integrationFacts(around) }),
      ...(response !== undefined && { response: responseFacts(response) }),
    };
    const address = addressOf(visit);
    // Modules of Terraform take lists of such maps.
    const maps =
      value.kind === "list"
        ? value.items.map((node, index) => ({ node, document, address: pointerTo(address, index) }))
        : [{ node: value, document, address }];
    for (const at of maps.filter(({ node }) => !isSchema(node))) {
      for (const template of inspectTemplates(at, evaluation)) search.addDeclared(template, facts);
    }
  }
}

const isNested = ({ kind }: HostNode): boolean => kind === "list" || kind === "map" || kind === "choice";

function addressOf({ within, key }: Visit): string {
  return within === undefined || key === undefined ? "" : pointerTo(addressOf(within), key);
}

/** The nearest map around that has what integrations have. */
function integrationAround({ within }: Visit): HostMap | undefined {
  for (let around = within; around !== undefined; around = around.within) {
    if (around.node.kind === "map" && looksLikeIntegration(around.node)) return around.node;
  }
  return undefined;
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
