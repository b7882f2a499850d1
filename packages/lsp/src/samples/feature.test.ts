import { describe, expect, it } from "vitest";
import { RenderRequest } from "../requests/render.js";
import { ActiveSampleNotification, NewSampleRequest, SamplesRequest } from "../requests/sample.js";
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
