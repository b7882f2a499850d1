import { expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const api = (name: string, authorization = "") => `
resource "aws_api_gateway_rest_api" "${name}" { name = "${name}" }
resource "aws_api_gateway_method" "${name}" {
  rest_api_id   = aws_api_gateway_rest_api.${name}.id
  resource_id   = aws_api_gateway_rest_api.${name}.root_resource_id
  http_method   = "GET"
  ${authorization}
}
resource "aws_api_gateway_integration" "${name}" {
  rest_api_id = aws_api_gateway_rest_api.${name}.id
  resource_id = aws_api_gateway_rest_api.${name}.root_resource_id
  http_method = aws_api_gateway_method.${name}.http_method
  type        = "MOCK"
}`;

const around = (name: string, owner: string) => `
resource "aws_api_gateway_authorizer" "${name}" {
  name        = "${name}"
  rest_api_id = ${owner}
}
resource "aws_api_gateway_gateway_response" "${name}" {
  rest_api_id   = ${owner}
  response_type = "${name}"
}`;

it("each API of a module has its own authorizers and gateway responses, and those of an API that it does not declare", async () => {
  const files = {
    "main.tf": `${api("pets")}${api("shops")}
      ${around("THROTTLED", "aws_api_gateway_rest_api.pets.id")}
      ${around("UNAUTHORIZED", "aws_api_gateway_rest_api.shops.id")}
      ${around("ACCESS_DENIED", "var.api_id")}
      variable "api_id" {}`,
  };
  for (const [name, own] of [
    ["pets", "THROTTLED"],
    ["shops", "UNAUTHORIZED"],
  ] as const) {
    const { definition } = await readApi(files, { api: name });
    expect(Object.keys(definition.authorizers).sort()).toEqual(["ACCESS_DENIED", own].sort());
    expect(Object.keys(definition.gatewayResponses).sort()).toEqual(["ACCESS_DENIED", own].sort());
  }
});

it.each([
  ["CUSTOM", { authorizer: "auth" }],
  // The service does not ask an authorizer that the method names beside NONE.
  ["NONE", { isPublic: true }],
  ["AWS_IAM", { authorizer: "AWS_IAM" }],
])("a method with authorization %s", async (type, expected) => {
  const authorization = `authorization = "${type}"\n  authorizer_id = aws_api_gateway_authorizer.auth.id`;
  const { route } = await readApi({ "main.tf": api("pets", authorization) });
  const { authorizer, isPublic } = route("GET /");
  expect({ ...(authorizer !== undefined && { authorizer }), ...(isPublic && { isPublic }) }).toEqual(expected);
});

it("tables have both kinds of indexes; one without a key is named", async () => {
  const table = `
    resource "aws_dynamodb_table" "orders" {
      name      = "orders"
      hash_key  = "customer"
      range_key = "id"
      local_secondary_index {
        name            = "byDate"
        range_key       = "date"
        projection_type = "KEYS_ONLY"
      }
      global_secondary_index {
        name     = "byId"
        hash_key = "id"
      }
    }
    resource "aws_dynamodb_table" "keyless" { name = "keyless" }`;
  const { definition, problems } = await readApi({ "main.tf": api("pets") + table });
  expect(definition.tables).toMatchObject([
    {
      TableName: "orders",
      LocalSecondaryIndexes: [
        {
          IndexName: "byDate",
          KeySchema: [
            { AttributeName: "customer", KeyType: "HASH" },
            { AttributeName: "date", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
      GlobalSecondaryIndexes: [{ IndexName: "byId", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }] }],
    },
  ]);
  expect(problems.join()).toContain("aws_dynamodb_table.keyless has no hash_key");
});
