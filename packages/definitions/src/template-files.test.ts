import { describe, expect, it } from "vitest";
import { readApi } from "./testing/read-api.js";

/** Neither YAML nor JSON, and no file of a definition: just text. */
const TEMPLATE = '#set($id = $input.params("id"))\n{ "id": "$id", ${foo}: [ }\n';

const terraform = (template: string) => `
resource "aws_api_gateway_rest_api" "api" { name = "api" }
resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_rest_api.api.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}
resource "aws_api_gateway_integration" "get" {
  rest_api_id       = aws_api_gateway_rest_api.api.id
  resource_id       = aws_api_gateway_rest_api.api.root_resource_id
  http_method       = aws_api_gateway_method.get.http_method
  type              = "MOCK"
  request_templates = { "application/json" = ${template} }
}`;

const SERVERLESS = `service: s
provider: { name: aws }
functions:
  f:
    handler: a.b
    events:
      - http:
          path: /
          method: get
          integration: lambda
          request: { template: { application/json: "\${file(vtl/get.vtl)}", application/x-www-form-urlencoded: null } }
`;

describe("a template in a file of its own", () => {
  it.each([
    ["main.tf", terraform('file("${path.module}/vtl/get.vtl")')],
    ["main.tf", terraform('templatefile("${path.module}/vtl/get.vtl", { foo = "$${foo}" })')],
    ["serverless.yml", SERVERLESS],
  ])("is the text of that file: %s", async (name, text) => {
    const { route, problems } = await readApi({ [name]: text, "vtl/get.vtl": TEMPLATE });
    expect(problems).toEqual([]);
    expect(route("GET /").integration?.requestTemplates).toEqual([
      {
        contentType: "application/json",
        text: TEMPLATE,
        place: { file: "vtl/get.vtl", range: { start: 0, end: TEMPLATE.length } },
      },
    ]);
  });

  it("is its text where the file happens to be JSON, too", async () => {
    const files = { "main.tf": terraform('file("get.json")'), "get.json": '{ "statusCode": 200 }\n' };
    const { route } = await readApi(files);
    expect(route("GET /").integration?.requestTemplates).toMatchObject([{ text: files["get.json"] }]);
  });
});
