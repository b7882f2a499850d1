import { dataEntries } from "../../facts/read-integration.js";
import type { DeclaredParameter, MethodFacts } from "../../facts/template-facts.js";
import type { HostNode } from "../../tree/host-node.js";
import { localReference } from "../../tree/local-reference.js";
import { branches, valueAt } from "../../tree/lookup.js";
import { displayText, displayTexts, type TextContext } from "../../tree/node-text.js";
import { toJson } from "../../tree/to-json.js";

const LOCATIONS: ReadonlyMap<string, DeclaredParameter["location"]> = new Map([
  ["path", "path"],
  ["query", "querystring"],
  ["header", "header"],
]);

/** What an operation (OpenAPI 2 or 3) and its path declare. */
export function readOperation(operation: HostNode, path: HostNode, root: HostNode, context: TextContext): MethodFacts {
  const parameters = [...parameterNodes(path, root), ...parameterNodes(operation, root)];
  return {
    requestParameters: parameters.flatMap((parameter) => readParameter(parameter, context)),
    requestModels: readRequestModels(operation, parameters, root, context),
    responses: dataEntries(valueAt(operation, "responses")).map(({ key, value }) => ({
      statusCode: key,
      headers: dataEntries(valueAt(value, "headers")).map((entry) => entry.key),
      contentTypes: dataEntries(valueAt(value, "content")).map((entry) => entry.key),
    })),
  };
}

function parameterNodes(node: HostNode, root: HostNode): HostNode[] {
  const list = branches(valueAt(node, "parameters"))[0]?.node;
  if (list?.kind !== "list") return [];
  return list.items.map((item) => localReference(item, root) ?? item);
}

function readParameter(node: HostNode, context: TextContext): DeclaredParameter[] {
  const location = LOCATIONS.get(displayText(valueAt(node, "in"), context) ?? "");
  const name = displayText(valueAt(node, "name"), context);
  if (location === undefined || name === undefined) return [];
  const required = valueAt(node, "required");
  return [{ location, name, required: required?.kind === "scalar" && required.value === true }];
}

/** OpenAPI 3 has a schema for each content type, OpenAPI 2 one body parameter for all that `consumes` names. */
function readRequestModels(
  operation: HostNode,
  parameters: readonly HostNode[],
  root: HostNode,
  context: TextContext,
): Record<string, unknown> {
  const models: [string, unknown][] = dataEntries(valueAt(operation, "requestBody", "content")).flatMap(
    ({ key, value }) => {
      const schema = valueAt(value, "schema");
      return schema === undefined ? [] : [[key, toJson(schema, root)] as [string, unknown]];
    },
  );
  const body = parameters.find((parameter) => displayText(valueAt(parameter, "in"), context) === "body");
  const schema = valueAt(body, "schema");
  if (schema !== undefined) {
    const types = displayTexts(valueAt(operation, "consumes") ?? valueAt(root, "consumes"), context);
    const json = toJson(schema, root);
    for (const type of types.length > 0 ? types : ["application/json"]) models.push([type, json]);
  }
  return Object.fromEntries(models);
}
