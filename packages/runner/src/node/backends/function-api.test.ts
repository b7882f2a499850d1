import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDefinition } from "@apigw-vtl/definitions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGateway, type Gateway, gatewayRequest } from "../../index.js";
import { type LocalBackends, localBackends } from "./local-backends.js";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Items:
    Type: AWS::Serverless::SimpleTable
  Echo:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: echo.handler
      Runtime: nodejs20.x
      Timeout: 3
      Environment: { Variables: { TABLE: !Ref Items } }
      Events:
        Any: { Type: Api, Properties: { Path: "/{proxy+}", Method: any, RestApiId: !Ref Api } }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody:
        paths:
          /mapped:
            post:
              responses: { "200": {}, "404": {}, "504": {} }
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Echo.Arn}/invocations
                requestTemplates: { application/json: '{"mode": $input.json("$.mode")}' }
                responses:
                  default: { statusCode: "200" }
                  "404:.*":
                    statusCode: "404"
                    responseTemplates: { application/json: '{"error": $input.json("$.errorMessage")}' }
                  ".*Task timed out.*": { statusCode: "504" }
`;

/** What the template's function does, by the mode in its event. */
const CODE = `exports.handler = async (event) => {
  switch (event.mode) {
    case "missing": throw new Error("404: none");
    case "hang": for (;;);
    case "exit": process.exit(1);
    case undefined: return {
      statusCode: 201,
      headers: { "X-Path": event.pathParameters.proxy },
      body: JSON.stringify({ table: process.env.TABLE, dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB }),
    };
    default: return event;
  }
};`;

let folder: string;
let local: LocalBackends;
let gateway: Gateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vtl-function-"));
  const { definition, problems } = await readDefinition([{ path: "template.yaml", text: TEMPLATE }]);
  if (definition === undefined) throw new Error(JSON.stringify(problems));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/echo.js"), CODE);
  local = localBackends(definition, { folder });
  gateway = createGateway(definition, local);
});

afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

async function send(method: string, path: string, body?: unknown) {
  const headers = { "Content-Type": "application/json" };
  const options = { headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const { response } = await gateway.invoke(gatewayRequest(method, path, options));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new TextDecoder().decode(response.body),
  };
}

describe("an API whose function is on this machine", () => {
  it("hands requests to it as a proxy, which finds the API's own tables", async () => {
    const { status, headers, body } = await send("DELETE", "/a/b");
    expect([status, headers["X-Path"]]).toEqual([201, "a/b"]);
    expect(JSON.parse(body)).toEqual({ table: "Items", dynamodb: await local.dynamodb() });
  });

  it("maps what it is called with and what it answers", async () => {
    expect(await send("POST", "/mapped", { mode: "x" })).toMatchObject({ status: 200, body: '{"mode":"x"}' });
  });

  it("selects responses by its errors, its timeout among them", async () => {
    expect(await send("POST", "/mapped", { mode: "missing" })).toMatchObject({
      status: 404,
      body: '{"error": "404: none"}',
    });
    const hung = await send("POST", "/mapped", { mode: "hang" });
    expect([hung.status, hung.body]).toEqual([504, expect.stringContaining("Task timed out after 3.00 seconds")]);
  });

  it("outlives a function that exits", async () => {
    const ended = await send("POST", "/mapped", { mode: "exit" });
    expect([ended.status, JSON.parse(ended.body).errorType]).toEqual([200, "Runtime.ExitError"]);
    expect(await send("POST", "/mapped", { mode: "x" })).toMatchObject({ status: 200 });
  });
});
