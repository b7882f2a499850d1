import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiDefinition } from "@apigw-vtl/definitions";
import { afterEach, describe, expect, it } from "vitest";
import type { BackendRequest, BackendResponse, BackendTarget } from "../../integration/backend.js";
import type { StubbedRequest } from "../../stub/stub-backend.js";
import { type LocalBackends, type LocalBackendsOptions, localBackends } from "./local-backends.js";
import { awsRequest, backendRequest, lambdaRequest } from "./testing/backend-requests.js";

const DEFINITION: ApiDefinition = {
  name: "items",
  id: "a1b2c3d4e5",
  routes: [],
  authorizers: {},
  gatewayResponses: {},
  binaryMediaTypes: [],
  stageName: "test",
  stageVariables: {},
  apiKeySource: "HEADER",
  functions: {},
  tables: [
    {
      TableName: "Items",
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      // CloudFormation's users declare attributes that are no keys, and CloudFormation itself refuses them.
      AttributeDefinitions: [
        { AttributeName: "id", AttributeType: "S" },
        { AttributeName: "name", AttributeType: "S" },
      ],
    },
  ],
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function backendsOf(options: Partial<LocalBackendsOptions> = {}): LocalBackends {
  const made = localBackends(DEFINITION, { folder: "/nowhere", ...options });
  open.push(() => made.close());
  return made;
}

async function send({ backends }: LocalBackends, request: BackendRequest): Promise<BackendResponse> {
  for (const backend of backends) {
    const answer = await backend.send(request, new AbortController().signal);
    if (answer !== undefined) return answer;
  }
  throw new Error("nobody answers");
}

const bodyOf = (answer: BackendResponse): unknown =>
  JSON.parse(
    new TextDecoder().decode(
      answer.kind === "function" ? answer.payload : answer.kind === "response" ? answer.body : new Uint8Array(),
    ),
  );

interface Seen {
  method?: string | undefined;
  url?: string | undefined;
  raw: string[];
  body: Buffer;
}

/** A server of this machine that keeps what it is sent. */
async function listen(answer: (seen: Seen) => { status: number; headers: [string, string][]; body: Buffer }) {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { method: request.method, url: request.url, raw: request.rawHeaders, body: Buffer.concat(chunks) };
      seen.push(one);
      const { status, headers, body } = answer(one);
      response.writeHead(status, headers.flat());
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe("an HTTP integration", () => {
  it("is sent as the gateway made it, with no header but Host, Connection and the body's length added", async () => {
    const { seen, url } = await listen(() => ({ status: 200, headers: [], body: Buffer.from("ok") }));
    const headers = [
      ["Accept", "application/json"],
      ["X-Two", "1"],
      ["x-two", "2"],
    ] as const;
    await send(
      backendsOf(),
      backendRequest({ kind: "http", method: "POST", url: `${url}/a%20b?q=%2F` }, "{}", headers),
    );
    expect(seen[0]).toMatchObject({ method: "POST", url: "/a%20b?q=%2F", body: Buffer.from("{}") });
    expect(seen[0]?.raw).toEqual([
      ...["Accept", "application/json", "X-Two", "1", "X-Two", "2"],
      ...["Host", url.replace("http://", ""), "Connection", "keep-alive", "Content-Length", "2"],
    ]);
  });

  it("gets the response's very bytes and headers, packed ones too", async () => {
    const body = Buffer.from([0x1f, 0x8b, 0xff, 0x00]);
    const { url } = await listen(() => ({
      status: 418,
      headers: [
        ["Content-Encoding", "gzip"],
        ["X-Case", "A"],
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ],
      body,
    }));
    const answer = await send(backendsOf(), backendRequest({ kind: "http", method: "GET", url }));
    expect(answer).toMatchObject({ kind: "response", status: 418, body: new Uint8Array(body) });
    const headers = answer.kind === "response" ? answer.headers.slice(0, 4) : [];
    expect(headers).toEqual([
      ["Content-Encoding", "gzip"],
      ["X-Case", "A"],
      ["Set-Cookie", "a=1"],
      ["Set-Cookie", "b=2"],
    ]);
  });

  it("does not follow redirects", async () => {
    const { url, seen } = await listen(() => ({ status: 302, headers: [["Location", "/b"]], body: Buffer.alloc(0) }));
    const answer = await send(backendsOf(), backendRequest({ kind: "http", method: "GET", url }));
    expect(answer).toMatchObject({ kind: "response", status: 302 });
    expect(seen).toHaveLength(1);
  });

  it("that reaches nobody fails, and one that is given up is a timeout", async () => {
    const { url } = await listen(() => ({ status: 200, headers: [], body: Buffer.alloc(0) }));
    const [backends] = [backendsOf()];
    const nobody = await send(backends, backendRequest({ kind: "http", method: "GET", url: "http://127.0.0.1:1/" }));
    expect(nobody).toEqual({ kind: "failure", message: "connect ECONNREFUSED 127.0.0.1:1" });
    const http = backends.backends.at(-3);
    const aborted = AbortSignal.abort();
    expect(await http?.send(backendRequest({ kind: "http", method: "GET", url }), aborted)).toEqual({
      kind: "timeout",
    });
  });

  it("to no address fails", async () => {
    const answer = await send(backendsOf(), backendRequest({ kind: "http", method: "GET", url: "{host}/x" }));
    expect(answer).toEqual({ kind: "failure", message: "Invalid endpoint address: {host}/x" });
  });
});

describe("an AWS integration", () => {
  const put = (id: string): BackendRequest =>
    awsRequest("dynamodb", "PutItem", JSON.stringify({ TableName: "Items", Item: { id: { S: id } } }));
  const get = (id: string): BackendRequest =>
    awsRequest("dynamodb", "GetItem", JSON.stringify({ TableName: "Items", Key: { id: { S: id } } }));

  it("of DynamoDB is answered by a database with the definition's tables", async () => {
    const backends = backendsOf({ items: { Items: [{ id: { S: "seed" }, n: { N: "1" } }] } });
    expect(bodyOf(await send(backends, put("a")))).toEqual({});
    expect(bodyOf(await send(backends, get("a")))).toEqual({ Item: { id: { S: "a" } } });
    expect(bodyOf(await send(backends, get("seed")))).toEqual({ Item: { id: { S: "seed" }, n: { N: "1" } } });
    const missing = await send(backends, awsRequest("dynamodb", "Scan", '{"TableName":"Nope"}'));
    expect(missing).toMatchObject({ kind: "response", status: 400 });
  });

  it("of DynamoDB takes tables as CreateTable does, capacities and all", async () => {
    const keys = (name: string) => [{ AttributeName: name, KeyType: "HASH" }];
    const table = {
      TableName: "Orders",
      KeySchema: keys("id"),
      AttributeDefinitions: ["id", "owner"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-owner",
          KeySchema: keys("owner"),
          Projection: { ProjectionType: "ALL" },
          ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
        },
      ],
    };
    const backends = backendsOf({ tables: [table], items: { Orders: [{ id: { S: "1" }, owner: { S: "a" } }] } });
    const query = {
      TableName: "Orders",
      IndexName: "by-owner",
      KeyConditionExpression: "#o = :o",
      ExpressionAttributeNames: { "#o": "owner" },
      ExpressionAttributeValues: { ":o": { S: "a" } },
    };
    expect(bodyOf(await send(backends, awsRequest("dynamodb", "Query", JSON.stringify(query))))).toMatchObject({
      Count: 1,
    });
  });

  it.each([
    "TransactWriteItems",
    "TransactGetItems",
    "ExecuteStatement",
    "BatchExecuteStatement",
    "ExecuteTransaction",
  ])("of DynamoDB that the local one cannot answer gets a stub: %s", async (action) => {
    const stubbed: StubbedRequest[] = [];
    const backends = backendsOf({ onStub: (each) => stubbed.push(each) });
    expect(await send(backends, awsRequest("dynamodb", action, "{}"))).toMatchObject({ status: 200 });
    expect(stubbed.map(({ name, hint }) => [name, hint])).toEqual([
      [`dynamodb ${action}`, expect.stringContaining("--endpoint dynamodb=URL")],
    ]);
  });

  it("of DynamoDB that names such an action in a header gets a stub too", async () => {
    const request = awsRequest("dynamodb", "", "{}", [["x-amz-target", "DynamoDB_20120810.TransactWriteItems"]]);
    const { action: _, ...byPath } = request.target as Extract<BackendTarget, { kind: "aws" }>;
    expect(await send(backendsOf({}), { ...request, target: byPath })).toMatchObject({ status: 200 });
  });

  it("of DynamoDB with an action that no DynamoDB has is refused", async () => {
    const answer = await send(backendsOf({}), awsRequest("dynamodb", "WriteTransactItems", "{}"));
    expect(answer).toMatchObject({ kind: "response", status: 400 });
    expect(bodyOf(answer)).toEqual({ __type: "com.amazon.coral.service#UnknownOperationException" });
  });

  it("of DynamoDB outlives requests that are no requests", async () => {
    const backends = backendsOf();
    for (const body of ["", "[]", "null", "7", '{"TableName":', '{"TableName":{}}', '"x"']) {
      for (const action of ["PutItem", "Query", "Nope", "UpdateItem"]) {
        expect(await send(backends, awsRequest("dynamodb", action, body))).not.toMatchObject({ status: 200 });
      }
    }
    await send(backends, put("after"));
    expect(bodyOf(await send(backends, get("after")))).toEqual({ Item: { id: { S: "after" } } });
  });

  it("is signed and sent to the endpoint of its service", async () => {
    const { seen, url } = await listen(() => ({ status: 200, headers: [], body: Buffer.from("{}") }));
    const backends = backendsOf({ endpoints: new Map([["states", url]]) });
    const request = awsRequest("states", "StartExecution", '{"input":"{}"}', [["Content-Type", "application/json"]]);
    expect(await send(backends, request)).toMatchObject({ kind: "response", status: 200 });
    const raw = seen[0]?.raw ?? [];
    const header = (name: string) =>
      raw[raw.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === name) + 1];
    expect(header("x-amz-target")).toBe("AWSStepFunctions.StartExecution");
    expect(header("content-type")).toBe("application/x-amz-json-1.0");
    expect(header("host")).toBe(url.replace("http://", ""));
    expect(header("authorization")).toMatch(
      /^AWS4-HMAC-SHA256 Credential=LOCAL\/\d{8}\/us-east-1\/states\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$/,
    );
    expect(seen[0]?.body.toString()).toBe('{"input":"{}"}');
  });

  it("by path keeps its path and query below the endpoint", async () => {
    const { seen, url } = await listen(() => ({ status: 200, headers: [], body: Buffer.from("x") }));
    const backends = backendsOf({ endpoints: new Map([["s3", `${url}/base/`]]) });
    const target = { kind: "aws", service: "s3", region: "eu-west-1", method: "GET" } as const;
    await send(backends, backendRequest({ ...target, url: "https://s3.eu-west-1.amazonaws.com/bucket/a%20b?x=1" }));
    expect(seen[0]?.url).toBe("/base/bucket/a%20b?x=1");
  });

  it("of services that speak queries has its action there", async () => {
    const { seen, url } = await listen(() => ({ status: 200, headers: [], body: Buffer.from("") }));
    const backends = backendsOf({ endpoints: new Map([["sqs", url]]) });
    await send(backends, awsRequest("sqs", "SendMessage", ""));
    expect(seen[0]?.url).toBe("/?Action=SendMessage&Version=2012-11-05");
  });

  it("of AWS itself needs an account", async () => {
    const backends = backendsOf({ allowed: new Set(["sns"]) });
    expect(await send(backends, awsRequest("sns", "Publish"))).toEqual({
      kind: "failure",
      message: "sns of AWS is allowed, but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
    });
  });

  it("that nobody answers gets a stub that shows the request", async () => {
    const stubbed: StubbedRequest[] = [];
    const backends = backendsOf({ onStub: (each) => stubbed.push(each) });
    const answer = await send(backends, awsRequest("events", "PutEvents", '{"Entries":[]}'));
    expect(answer).toMatchObject({ kind: "response", status: 200 });
    expect(bodyOf(answer)).toMatchObject({
      stub: "nothing answers for events PutEvents here",
      request: {
        method: "POST",
        url: "https://events.us-east-1.amazonaws.com/",
        headers: { "X-Amz-Target": "AWSEvents.PutEvents" },
        body: '{"Entries":[]}',
      },
    });
    expect(stubbed.map(({ name }) => name)).toEqual(["events PutEvents"]);
  });
});

describe("a function without code", () => {
  it("gets a stub in the form that its integration takes", async () => {
    const backends = backendsOf();
    const request = lambdaRequest("orders", { a: 1 });
    expect(bodyOf(await send(backends, request))).toMatchObject({
      stub: "nothing answers for the function orders here",
    });
    const proxy = { ...request, integration: { ...request.integration, type: "AWS_PROXY" as const } };
    expect(bodyOf(await send(backends, proxy))).toMatchObject({ statusCode: 200, headers: { "X-Vtl-Stub": "true" } });
  });
});
