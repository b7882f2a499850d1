import { describe, expect, it } from "vitest";
import { type EventSource, RenderRequest } from "../requests/render.js";
import { ActiveSampleNotification, NewSampleRequest, SamplesRequest } from "../requests/sample.js";
import { TemplatesRequest } from "../requests/templates.js";
import { TestClient } from "../testing/test-client.js";

describe("samples", () => {
  it("are the files beside a template, with what is expected of them", async () => {
    await using client = await TestClient.start({
      files: {
        "put.sample.json": "{}",
        "put.empty.sample.json": "{}",
        "put.empty.expected.json": "{}",
        "put-more.sample.json": "{}",
        "get.vtl": "",
      },
    });
    const { uri } = await client.open("{}", "put.vtl");
    client.write("put.vtl", "{}");
    const reply = await client.connection.sendRequest(SamplesRequest, { uri });
    expect(reply).toEqual({
      samples: [
        {
          uri: client.uriOf("put.empty.sample.json"),
          label: "empty",
          expectedUri: client.uriOf("put.empty.expected.json"),
        },
        { uri: client.uriOf("put.sample.json"), label: "put" },
      ],
      active: client.uriOf("put.empty.sample.json"),
    });
  });

  it("are the events of a folder with one template", async () => {
    const files = { "template.vtl": "{}", "event.json": "{}", "event-2.json": "{}", "expected-2.out": "{}" };
    await using client = await TestClient.start({ files });
    const { uri } = await client.open("{}", "template.vtl");
    const { samples } = await client.connection.sendRequest(SamplesRequest, { uri });
    expect(samples.map(({ label, expectedUri }) => [label, expectedUri])).toEqual([
      ["event", undefined],
      ["event-2", client.uriOf("expected-2.out")],
    ]);
  });

  it("of a file with several templates are each for one, by route, direction and status", async () => {
    const integration = (request: string, response: string) => ({
      "x-amazon-apigateway-integration": {
        type: "aws",
        requestTemplates: { "application/json": request },
        responses: { default: { statusCode: "200", responseTemplates: { "application/json": response } } },
      },
    });
    const paths = {
      "/books": { post: integration("$input.body", "{}") },
      "/books/{id}": { get: integration("a", "b") },
    };
    const text = JSON.stringify({ openapi: "3.0.1", paths });
    await using client = await TestClient.start({
      files: {
        "api.sample.json": "{}",
        "api.post-books-request.sample.json": '{"body": "one"}',
        "api.post-books-request.empty.sample.json": '{"body": "two"}',
        "api.get-books-id-response-200.sample.json": "{}",
        "a.vtl": "",
        "event.json": "{}",
      },
    });
    const { uri } = await client.open(text.replaceAll("|", "||"), "api.json", "json");
    const { connection } = client;
    const templates = await connection.sendRequest(TemplatesRequest, { uri });
    const labels = await Promise.all(
      templates.map(async ({ label, address }) => {
        const { samples } = await connection.sendRequest(SamplesRequest, { uri, address });
        return [label, samples.map((sample) => sample.label)];
      }),
    );
    expect(Object.fromEntries(labels)).toEqual({
      "POST /books request application/json": ["empty", "api.post-books-request"],
      "POST /books response 200 application/json": [],
      "GET /books/{id} request application/json": [],
      "GET /books/{id} response 200 application/json": ["api.get-books-id-response-200"],
    });
    const [post] = templates;
    const place = { uri, address: post!.address };
    const made = await connection.sendRequest(NewSampleRequest, place);
    expect(made?.suggestedUri).toBe(client.uriOf("api.post-books-request.sample.json"));
    const output = async (source: EventSource) => {
      const reply = await connection.sendRequest(RenderRequest, { ...place, source });
      return reply.status === "rendered" ? reply.output : reply.status;
    };
    const sample = client.uriOf("api.post-books-request.sample.json");
    await connection.sendNotification(ActiveSampleNotification, { ...place, sample });
    expect(await output({ active: true })).toBe("one");
    expect(await output({ made: true })).not.toMatch(/one|two/);
  });

  it("can be chosen", async () => {
    const sample = (text: string): string => JSON.stringify({ body: text });
    const files = { "a.one.sample.json": sample("1"), "a.two.sample.json": sample("2") };
    await using client = await TestClient.start({ files });
    const { uri } = await client.open("$input.body", "a.vtl");
    const output = async (): Promise<unknown> => {
      const reply = await client.connection.sendRequest(RenderRequest, { uri, source: { active: true } });
      return reply.status === "rendered" ? reply.output : reply.status;
    };
    expect(await output()).toBe("1");
    await client.connection.sendNotification(ActiveSampleNotification, {
      uri,
      sample: client.uriOf("a.two.sample.json"),
    });
    expect(await output()).toBe("2");
    client.write("a.two.sample.json", sample("3"));
    await client.fileChanged("a.two.sample.json");
    expect(await output()).toBe("3");
    client.write("a.two.sample.json", "{");
    await client.fileChanged("a.two.sample.json");
    expect(await output()).toBe("bad-event");
    await client.connection.sendNotification(ActiveSampleNotification, { uri });
    expect(await output()).toBe("1");
  });

  it.each([
    ["a REST API", { httpMethod: "POST", multiValueHeaders: { "X-A": ["1", "2"] }, requestContext: { stage: "dev" } }],
    [
      "an HTTP API",
      { version: "2.0", headers: { "X-A": "2" }, requestContext: { http: { method: "POST" }, stage: "dev" } },
    ],
  ])("may be what %s sends to a Lambda function", async (_, proxy) => {
    const event = { ...proxy, body: '{"id": 7}', pathParameters: { id: "x" } };
    await using client = await TestClient.start({ files: { "a.sample.json": JSON.stringify(event) } });
    const text = `$input.json('$.id') $input.params('id') $input.params('X-A') $context.httpMethod $context.stage`;
    const { uri } = await client.open(text, "a.vtl");
    const reply = await client.connection.sendRequest(RenderRequest, { uri, source: { active: true } });
    expect(reply).toMatchObject({ status: "rendered", output: "7 x 2 POST dev" });
  });

  it("that say nothing of $context have the one that vtl render takes, but not in plain Velocity", async () => {
    const files = {
      "a.sample.json": "{}",
      "b.sample.yaml": "context: {}",
      "vtl.config.yaml": "overrides:\n  - files: ['**/*.vm']\n    dialect: velocity\n",
    };
    await using client = await TestClient.start({ files });
    const output = async (name: string): Promise<unknown> => {
      const { uri } = await client.open("$context.stage$stage", name);
      const reply = await client.connection.sendRequest(RenderRequest, { uri, source: { active: true } });
      return reply.status === "rendered" ? reply.output : reply;
    };
    expect(await output("a.vtl")).toBe("prod");
    expect(await output("b.vtl")).toBe("");
    expect(await output("a.vm")).toBe("$context.stage$stage");
  });

  it("have the $context of the template's API where they say nothing of it", async () => {
    const template = (route: string): string => `Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: chat, ProtocolType: WEBSOCKET } }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: ${route}, Target: !Sub "integrations/\${Send}" }
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: MOCK
      RequestTemplates:
        $default: $context.routeKey $context.eventType $context.connectionId ($context.httpMethod)
`;
    await using client = await TestClient.start({ files: { "chat.sample.json": "{}" } });
    const { uri } = await client.open(template("send"), "chat.yaml", "yaml");
    const output = async (): Promise<unknown> => {
      const [found] = await client.connection.sendRequest(TemplatesRequest, { uri });
      const source = { uri: client.uriOf("chat.sample.json") };
      const reply = await client.connection.sendRequest(RenderRequest, { uri, address: found!.address, source });
      return reply.status === "rendered" ? reply.output : reply;
    };
    expect(await output()).toBe("send MESSAGE ExampleConnectionId= ()");
    await client.change(uri, 2, template("$connect"));
    expect(await output()).toBe("$connect CONNECT ExampleConnectionId= ()");
  });

  it("that cannot be used say why", async () => {
    await using client = await TestClient.start({ files: { "a.sample.json": '{"queryStringParameters": {}}' } });
    const { uri } = await client.open("x", "a.vtl");
    const reply = await client.connection.sendRequest(RenderRequest, { uri, source: { active: true } });
    expect(reply).toMatchObject({
      status: "bad-event",
      message: "Unknown field 'queryStringParameters'; use 'querystring'.",
    });
  });

  it("are made new of what the template reads", async () => {
    await using client = await TestClient.start();
    const { uri } = await client.open(`{"id": $input.json('$.id')}`, "a.vtl");
    const reply = await client.connection.sendRequest(NewSampleRequest, { uri });
    expect(reply).toEqual({
      event: { body: `{"id":"text"}` },
      text: `{\n  "body": {\n    "id": "text"\n  }\n}\n`,
      suggestedUri: client.uriOf("a.sample.json"),
      from: "references",
    });
  });

  it("are made new of the model that the method declares", async () => {
    await using client = await TestClient.start();
    const text = JSON.stringify({
      swagger: "2.0",
      paths: {
        "/a": {
          post: {
            parameters: [{ in: "body", name: "B", schema: { type: "object", properties: { n: { type: "integer" } } } }],
            "x-amazon-apigateway-integration": { type: "aws", requestTemplates: { "application/json": "{}" } },
          },
        },
      },
    });
    const { uri } = await client.open(text, "api.json", "json");
    const reply = await client.connection.sendRequest(NewSampleRequest, { uri });
    expect(reply).toMatchObject({ from: "model", event: { body: `{"n":1}` } });
  });
});
