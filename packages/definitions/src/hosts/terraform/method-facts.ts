import { dataEntries } from "../../facts/read-integration.js";
import type { MethodFacts, TemplateFacts } from "../../facts/template-facts.js";
import { valueAt } from "../../tree/lookup.js";
import { displayText, displayTexts, type TextContext } from "../../tree/node-text.js";
import { readMethodParameter } from "../cloudformation/read-method.js";
import type { TerraformBlock, TerraformModule } from "./terraform-module.js";

/** The method, path and API that an integration (response) belongs to. */
export function methodFacts(
  block: TerraformBlock,
  module: TerraformModule,
  context: TextContext,
): Pick<TemplateFacts, "httpMethod" | "path" | "method" | "binaryMediaTypes"> {
  const method = module.referred(valueAt(block.body, "http_method"));
  const httpMethod = displayText(module.attribute(block, "http_method"), context);
  const path = pathOf(block, module, context);
  const types = module.attribute(module.referred(valueAt(block.body, "rest_api_id")), "binary_media_types");
  return {
    ...(httpMethod !== undefined && !httpMethod.startsWith("<") && { httpMethod: httpMethod.toUpperCase() }),
    ...(path !== undefined && { path }),
    ...(method?.type === "aws_api_gateway_method" && { method: readMethod(method, module, context) }),
    ...(types !== undefined && { binaryMediaTypes: displayTexts(types, context) }),
  };
}

function pathOf(block: TerraformBlock, module: TerraformModule, context: TextContext): string | undefined {
  const parts: string[] = [];
  let reference = valueAt(block.body, "resource_id");
  for (let steps = 0; steps < 64; steps++) {
    if (reference?.kind === "expression" && reference.source.endsWith(".root_resource_id")) {
      return `/${parts.reverse().join("/")}`;
    }
    const target = module.referred(reference);
    if (target?.type !== "aws_api_gateway_resource") {
      // `resource_id = aws_api_gateway_method.x.resource_id` and the like.
      reference = target && valueAt(target.body, "resource_id");
      if (reference === undefined) return undefined;
      continue;
    }
    parts.push(displayText(valueAt(target.body, "path_part"), context) ?? "");
    reference = valueAt(target.body, "parent_id");
  }
  return undefined;
}

function readMethod(method: TerraformBlock, module: TerraformModule, context: TextContext): MethodFacts {
  const responses = module
    .ofType("aws_api_gateway_method_response")
    .filter((block) => module.referred(valueAt(block.body, "http_method")) === method);
  return {
    requestParameters: dataEntries(valueAt(method.body, "request_parameters")).flatMap(readMethodParameter),
    requestModels: {},
    responses: responses.map(({ body }) => ({
      statusCode: displayText(valueAt(body, "status_code"), context) ?? "",
      headers: dataEntries(valueAt(body, "response_parameters")).flatMap(
        ({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? [],
      ),
      contentTypes: dataEntries(valueAt(body, "response_models")).map(({ key }) => key),
    })),
  };
}
