import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { TemplatesRequest } from "../requests/templates.js";
import { TestClient } from "../testing/test-client.js";

const host = (file: string, method: string): string => `resource "aws_api_gateway_integration" "a" {
  http_method = "${method}"
  type = "AWS"
  request_templates = { "application/json" = file("\${path.module}/templates/${file}") }
}
`;

async function factsOf(client: TestClient, uri: string) {
  const [template] = await client.connection.sendRequest(TemplatesRequest, { uri });
  return template?.facts;
}

describe("what a host file says about a template in a file of its own", () => {
  it("is known once the template is opened, from the files of the project", async () => {
    await using client = await TestClient.start({ files: { "main.tf": host("put.vtl", "PUT"), "other.tf": "a = 1" } });
    const { uri } = await client.open("{}", "templates/put.vtl");
    await eventually(async () => {
      expect(await factsOf(client, uri)).toMatchObject({ direction: "request", httpMethod: "PUT" });
    });
  });

  it("follows the host file in the editor, and on disk", async () => {
    await using client = await TestClient.start({ files: { "main.tf": host("put.vtl", "PUT") } });
    const { uri } = await client.open("{}", "templates/put.vtl");
    await eventually(async () => expect(await factsOf(client, uri)).toMatchObject({ httpMethod: "PUT" }));
    const file = await client.open(host("put.vtl", "POST"), "main.tf", "terraform");
    await client.pull(file.uri);
    expect(await factsOf(client, uri)).toMatchObject({ httpMethod: "POST" });
    await file.replace(host("get.vtl", "POST"));
    await client.pull(file.uri);
    expect(await factsOf(client, uri)).not.toHaveProperty("httpMethod");
    await file.close();
    await client.fileChanged("main.tf");
    await eventually(async () => expect(await factsOf(client, uri)).toMatchObject({ httpMethod: "PUT" }));
  });

  it("is known of the templates in a part of a definition too, and stays known while they change", async () => {
    const api = 'openapi: 3.0.1\npaths: { /orders: { $ref: "paths/orders.yaml" } }\n';
    const part = (template: string): string =>
      `post:\n  x-amazon-apigateway-integration:\n    type: aws\n    requestTemplates: { application/json: '${template}' }\n`;
    await using client = await TestClient.start({ files: { "api.yaml": api, "other.yaml": "a: 1" } });
    const file = await client.open(part("$input.body"), "paths/orders.yaml", "yaml");
    const told = { httpMethod: "POST", path: "/orders", direction: "request" };
    await eventually(async () => expect(await factsOf(client, file.uri)).toMatchObject(told));
    await file.replace(`# Orders\n${part("$input.json('$')")}`);
    await eventually(async () => expect(await factsOf(client, file.uri)).toMatchObject(told));
  });
});
