import type { HostMap, HostNode } from "../tree/host-node.js";
import { branches, entryOf, isIntrinsic, valueAt } from "../tree/lookup.js";
import { displayText, type TextContext } from "../tree/node-text.js";
import { readIntegrationUri } from "./integration-uri.js";
import type { IntegrationFacts, IntegrationResponseFacts } from "./template-facts.js";

/** Reads an integration in the spelling of OpenAPI, CloudFormation, Terraform or the CLI. */
export function readIntegration(node: HostNode, context: TextContext): IntegrationFacts {
  const text = (...keys: string[]): string | undefined => firstText(node, keys, context);
  const type = text("type", "integrationType")?.toUpperCase();
  const uri = text("uri", "integrationUri");
  const httpMethod = text("integrationHttpMethod", "httpMethod", "integrationMethod");
  const passthroughBehavior = text("passthroughBehavior", "passThrough");
  const contentHandling = text("contentHandling", "contentHandlingStrategy");
  const templateSelectionExpression = text("templateSelectionExpression");
  return {
    ...(type !== undefined && { type }),
    proxy: type === "AWS_PROXY" || type === "HTTP_PROXY",
    ...(uri !== undefined && { uri, ...readIntegrationUri(uri) }),
    ...(httpMethod !== undefined && { httpMethod }),
    ...(passthroughBehavior !== undefined && { passthroughBehavior: passthroughBehavior.toUpperCase() }),
    ...(contentHandling !== undefined && { contentHandling }),
    ...(templateSelectionExpression !== undefined && { templateSelectionExpression }),
    requestParameters: readTexts(valueAt(node, "requestParameters"), context),
    requestTemplates: dataEntries(valueAt(node, "requestTemplates")).map((entry) => entry.key),
    responses: integrationResponses(node).map(({ node: response, pattern }) =>
      readIntegrationResponse(response, pattern, context),
    ),
  };
}

/** The responses of an integration: a map by pattern (OpenAPI) or a list (CloudFormation). */
function integrationResponses(
  integration: HostNode,
): { readonly node: HostNode; readonly pattern?: string; readonly path: readonly (string | number)[] }[] {
  const entry = entryOf(integration, "integrationResponses") ?? entryOf(integration, "responses");
  return branches(entry?.value).flatMap(({ node }) => {
    if (node.kind === "list") {
      return node.items.flatMap((item, index) =>
        branches(item).map((branch) => ({ node: branch.node, path: [entry!.key, index] })),
      );
    }
    return dataEntries(node).flatMap(({ key, value }) =>
      branches(value).map((branch) => ({ node: branch.node, pattern: key, path: [entry!.key, key] })),
    );
  });
}

/** `pattern` is OpenAPI's key of the response; `default` is the empty pattern. */
export function readIntegrationResponse(
  node: HostNode,
  pattern: string | undefined,
  context: TextContext,
): IntegrationResponseFacts {
  const statusCode = displayText(valueAt(node, "statusCode"), context);
  const selectionPattern =
    displayText(valueAt(node, "selectionPattern"), context) ?? (pattern === "default" ? "" : pattern);
  const contentHandling = displayText(valueAt(node, "contentHandling"), context);
  return {
    ...(statusCode !== undefined && { statusCode }),
    ...(selectionPattern !== undefined && { selectionPattern }),
    ...(contentHandling !== undefined && { contentHandling }),
    responseParameters: readTexts(valueAt(node, "responseParameters"), context),
  };
}

/** Texts of a map by key, such as parameter mappings. */
function readTexts(node: HostNode | undefined, context: TextContext): Readonly<Record<string, string>> {
  return Object.fromEntries(
    dataEntries(branches(node)[0]?.node).flatMap(({ key, value }) => {
      const text = displayText(value, context);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** A map's entries; none of an intrinsic. */
export function dataEntries(node: HostNode | undefined): HostMap["entries"] {
  return node?.kind === "map" && !isIntrinsic(node) ? node.entries : [];
}

function firstText(node: HostNode, keys: readonly string[], context: TextContext): string | undefined {
  for (const key of keys) {
    const text = displayText(valueAt(node, key), context);
    if (text !== undefined) return text;
  }
  return undefined;
}
