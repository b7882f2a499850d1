import type { Authorizer, FunctionDefinition, GatewayResponse, TableDefinition } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Stage } from "../declared-api.js";
import { gatewayResponsesOf } from "../read-gateway-response.js";
import { readAuthorizer, readFunctionSettings } from "../read-resource.js";
import { type Block, bodyOf, nameOf, type TerraformBlocks } from "./terraform-blocks.js";

/** The authorizers of an API, by the name of their resource. */
export function readAuthorizers(
  api: string,
  blocks: TerraformBlocks,
  evaluation: Evaluation,
): Record<string, Authorizer> {
  const read = blocks.ofApi("aws_api_gateway_authorizer", api).flatMap((block) => {
    const authorizer = readAuthorizer(bodyOf(block, evaluation), nameOf(block.address), "TOKEN");
    return authorizer === undefined ? [] : [[nameOf(block.address), authorizer] as const];
  });
  return Object.fromEntries(read);
}

/** The gateway responses of an API, or of all, by type. */
export function readGatewayResponses(
  api: string | undefined,
  blocks: TerraformBlocks,
  evaluation: Evaluation,
): Record<string, GatewayResponse> {
  const type = "aws_api_gateway_gateway_response";
  const own = api === undefined ? blocks.ofType(type) : blocks.ofApi(type, api);
  return gatewayResponsesOf(own.map((block) => bodyOf(block, evaluation)));
}

/** The Lambda functions, by name. Code in an archive is found beside it only with `--function`. */
export function readFunctions(blocks: TerraformBlocks, evaluation: Evaluation): Record<string, FunctionDefinition> {
  const read = blocks.ofType("aws_lambda_function").map((block): readonly [string, FunctionDefinition] => {
    const body = bodyOf(block, evaluation);
    const name = body.get("function_name")?.text() ?? nameOf(block.address);
    return [
      name,
      {
        name,
        ...readFunctionSettings((key) => body.get(key)),
        environment: body.get("environment", "variables")?.texts() ?? {},
      },
    ];
  });
  return Object.fromEntries(read);
}

/** The DynamoDB tables. */
export function readTables(blocks: TerraformBlocks, evaluation: Evaluation): TableDefinition[] {
  return blocks.ofType("aws_dynamodb_table").flatMap((block) => {
    const body = bodyOf(block, evaluation);
    const keys = keySchema(body);
    if (keys.length === 0) {
      evaluation.report("definition-not-valid", body, `the table ${block.address} has no hash_key; it is left out`);
      return [];
    }
    return [
      {
        TableName: body.get("name")?.text() ?? nameOf(block.address),
        KeySchema: keys,
        AttributeDefinitions: blocksNamed(body, "attribute").map((attribute) => ({
          AttributeName: attribute.get("name")?.text() ?? "",
          AttributeType: attribute.get("type")?.text() ?? "S",
        })),
        ...readIndexes("GlobalSecondaryIndexes", blocksNamed(body, "global_secondary_index"), []),
        // It has the table's hash key, and names a range key of its own.
        ...readIndexes("LocalSecondaryIndexes", blocksNamed(body, "local_secondary_index"), keys.slice(0, 1)),
      },
    ];
  });
}

function readIndexes(
  kind: "GlobalSecondaryIndexes" | "LocalSecondaryIndexes",
  indexes: readonly Declared[],
  shared: TableDefinition["KeySchema"],
): Partial<TableDefinition> {
  if (indexes.length === 0) return {};
  return {
    [kind]: indexes.map((index) => ({
      IndexName: index.get("name")?.text() ?? "",
      KeySchema: [...shared, ...keySchema(index)],
      Projection: { ProjectionType: index.get("projection_type")?.text() ?? "ALL" },
    })),
  };
}

function keySchema(body: Declared): TableDefinition["KeySchema"] {
  const [hash, range] = [body.get("hash_key")?.text(), body.get("range_key")?.text()];
  return [
    ...(hash === undefined ? [] : [{ AttributeName: hash, KeyType: "HASH" }]),
    ...(range === undefined ? [] : [{ AttributeName: range, KeyType: "RANGE" }]),
  ];
}

/** A block may be there several times. */
const blocksNamed = (body: Declared, name: string): Declared[] =>
  body.entries().flatMap(({ key, value }) => (key === name ? [value] : []));

/** The stage that an API is deployed to; `undefined`: of APIs that are declared elsewhere. */
export function readStage(address: string | undefined, blocks: TerraformBlocks, evaluation: Evaluation): Stage {
  const ofApi = (block: Block): boolean => blocks.apiOf(block) === address;
  const [stage] = [...blocks.ofType("aws_api_gateway_stage"), ...blocks.ofType("aws_api_gateway_deployment")]
    .filter(ofApi)
    .map((block) => bodyOf(block, evaluation))
    .filter((body) => body.get("stage_name") !== undefined);
  return {
    stageName: stage?.get("stage_name")?.text() ?? "test",
    stageVariables: stage?.get("variables")?.texts() ?? {},
  };
}
