import { dataEntries } from "../../facts/read-integration.js";
import type { DeclaredParameter, MethodFacts } from "../../facts/template-facts.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, valueAt } from "../../tree/lookup.js";
import { displayText, type TextContext } from "../../tree/node-text.js";
import { toJson } from "../../tree/to-json.js";
import type { ResourceGraph } from "./resource-graph.js";

/** What an `AWS::ApiGateway::Method` declares. */
export function readMethod(properties: HostNode, graph: ResourceGraph, context: TextContext): MethodFacts {
  const responses = branches(valueAt(properties, "MethodResponses"))[0]?.node;
  return {
    requestParameters: dataEntries(valueAt(properties, "RequestParameters")).flatMap(readMethodParameter),
    requestModels: Object.fromEntries(
      dataEntries(valueAt(properties, "RequestModels")).flatMap(({ key, value }) => {
        const schema = graph.modelSchema(value);
        return schema === undefined ? [] : [[key, toJson(schema, schema)] as const];
      }),
    ),
    responses: (responses?.kind === "list" ? responses.items : []).flatMap((response) => {
      const statusCode = displayText(valueAt(response, "StatusCode"), context);
      if (statusCode === undefined) return [];
      const headers = dataEntries(valueAt(response, "ResponseParameters")).flatMap(
        ({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? [],
      );
      const contentTypes = dataEntries(valueAt(response, "ResponseModels")).map(({ key }) => key);
      return [{ statusCode, headers, contentTypes }];
    }),
  };
}

/** `method.request.header.X-Test: true`. */
export function readMethodParameter({ key, value }: { key: string; value: HostNode }): DeclaredParameter[] {
  const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
  if (match === null) return [];
  const required = value.kind === "scalar" && (value.value === true || value.value === "true");
  return [{ location: match[1] as DeclaredParameter["location"], name: match[2]!, required }];
}
