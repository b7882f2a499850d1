import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const API = `openapi: 3.0.1
info: { title: items, version: "1" }
paths:
  /items/{id}:
    post:
      responses: { "200": { description: ok, headers: { X-Id: {} } }, "404": { description: none } }
      x-amazon-apigateway-integration:
        type: mock
        passthroughBehavior: never
        requestTemplates:
          application/json: '{"statusCode": $input.json("$.status")}'
        responses:
          default:
            statusCode: "200"
            responseParameters: { method.response.header.X-Id: "'7'" }
            responseTemplates:
              application/json: '{"id": "$input.params("id")", "q": "$input.params("q")", "v": "$stageVariables.v"}'
          "404":
            statusCode: "404"
  /orders:
    get:
      security: [{ user: [] }]
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: { "Fn::Sub": "arn:aws:apigateway:\${AWS::Region}:\${Service}:action/List" }
        requestTemplates: { application/json: '{"user": "$context.authorizer.claims.sub"}' }
        responses: { default: { statusCode: "200" } }
components:
  securitySchemes:
    user:
      { type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authorizer: { type: cognito_user_pools } }
`;

const JSON_TYPE = ["-H", "Content-Type: application/json"];
const SERVICE = ["--parameter", "Service=events"];
const post = ["invoke", "api.yaml", "POST", "/items/a%20b?q=1", ...SERVICE, ...JSON_TYPE, "-d", '{"status": 200}'];
const run = (args: readonly string[], files: Readonly<Record<string, string>> = {}, stdin?: string) =>
  vtl(args, { files: { "api.yaml": API, ...files }, ...(stdin !== undefined && { stdin }) });

describe("vtl invoke", () => {
  it("prints the body of the response alone", async () => {
    const { code, io } = await run(post);
    expect([code, io.stdout.text, io.stderr.text]).toEqual([0, '{"id": "a%20b", "q": "1", "v": ""}', ""]);
  });

  it("prints status and headers too with -i", async () => {
    const { io } = await run([...post, "-i", "--stage-var", "v=x"]);
    expect(io.stdout.text).toMatch(
      /^HTTP\/1\.1 200 OK\nX-Id: 7\nContent-Type: application\/json\n[\s\S]*\n\n\{"id": "a%20b", "q": "1", "v": "x"\}$/,
    );
  });

  it("prints the execution log to stderr with --log", async () => {
    const { io } = await run([...post, "--log"]);
    expect(io.stdout.text).toBe('{"id": "a%20b", "q": "1", "v": ""}');
    expect(io.stderr.text).toMatch(
      /^Execution log for request [0-9a-f-]{36}\n[\s\S]* : Method completed with status: 200\n$/,
    );
  });

  it("tells the story of each step with --explain", async () => {
    const { io } = await run([...post, "--explain"]);
    expect(io.stderr.text).toMatch(
      /^1\. routing\n {3}POST \/items\/a%20b goes to the method POST of \/items\/\{id\}\.\n/,
    );
    expect(io.stderr.text).toContain('   | {"statusCode": 200}\n');
    expect(io.stderr.text).toMatch(/\nThe client gets 200\.\n$/);
  });

  it("tells why a 415 came", async () => {
    const { code, io } = await run([
      "invoke",
      "api.yaml",
      "POST",
      "/items/1",
      "-H",
      "Content-Type: text/csv",
      "--explain",
    ]);
    expect([code, io.stdout.text]).toEqual([1, '{"message": "Unsupported Media Type"}']);
    expect(io.stderr.text).toContain("request template selection: failed");
    expect(io.stderr.text).toMatch(/The client gets 415\.\n$/);
  });

  it.each<[args: readonly string[], reason: RegExp]>([
    [
      ["GET", "/item/1"],
      /^note: 403: No resource with a method .* nearest of the API's 2 methods: POST \/items\/\{id\}/m,
    ],
    [["POST", "/items/1", "-H", "Content-Type: text/csv"], /^note: 415: .*text\/csv/m],
    [
      ["POST", "/items/1", ...JSON_TYPE, "-d", '{"status": 404}'],
      /^note: 404: The pattern 404 matches the status 404/m,
    ],
    [
      ["POST", "/items/1", ...JSON_TYPE, "-d", '{"status": "x"}'],
      /^note: 500: A MOCK integration needs a request template/m,
    ],
    [["GET", "/orders"], /^note: 401: .*Authorization/m],
  ])("says on stderr why the status is none of success: %j", async (args, reason) => {
    const { code, io } = await run(["invoke", "api.yaml", ...args, ...SERVICE]);
    expect(code).toBe(1);
    expect(io.stderr.text).toMatch(reason);
  });

  it("says who answered, where that was not AWS", async () => {
    const args = ["invoke", "api.yaml", "GET", "/orders", ...SERVICE, "-H", "Authorization: t", "--explain"];
    const { io } = await run(
      [...args, "--claim", "sub=42", "--stub", "-"],
      {},
      "answers: [{ respond: { status: 200 } }]",
    );
    expect(io.stderr.text).toContain(
      "The stub file, in the place of https://events.us-east-1.amazonaws.com/, answered 200 in",
    );
  });

  it("gives every step as JSON with --format json", async () => {
    const { io } = await run([...post, "--format", "json"]);
    const report = JSON.parse(io.stdout.text);
    expect(report.response).toMatchObject({ status: 200, body: '{"id": "a%20b", "q": "1", "v": ""}' });
    expect(report.steps.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["routing", "request-template", "integration", "response-selection"]),
    );
    expect(report.log[0]).toBe(`Execution log for request ${report.requestId}`);
  });

  it("takes the body from a file or from stdin", async () => {
    const args = ["invoke", "api.yaml", "POST", "/items/1", ...JSON_TYPE];
    const file = await run([...args, "-d", "@body.json"], { "body.json": '{"status": 200}' });
    const stdin = await run([...args, "-d", "@-"], {}, '{"status": 200}');
    expect([file.code, stdin.code]).toEqual([0, 0]);
    expect(stdin.io.stdout.text).toBe(file.io.stdout.text);
  });

  it("ends with 1 when the status is 400 or more", async () => {
    const { code } = await run([...post.slice(0, -1), '{"status": 404}']);
    expect(code).toBe(1);
    expect((await run(["invoke", "api.yaml", "GET", "/nowhere"])).code).toBe(1);
  });

  it("answers with a stub file, and with the claims of a user", async () => {
    const stub = "answers: [{service: events, respond: {body: {items: []}}}]";
    const args = ["invoke", "api.yaml", "GET", "/orders", ...SERVICE, "-H", "Authorization: t"];
    const { code, io } = await run([...args, "--stub", "stub.yaml", "--claim", "sub=42", "--log"], {
      "stub.yaml": stub,
    });
    expect([code, io.stdout.text]).toEqual([0, '{"items":[]}']);
    expect(io.stderr.text).toContain('Endpoint request body after transformations: {"user": "42"}');
  });

  it("shows the request that nothing answers", async () => {
    const args = ["invoke", "api.yaml", "GET", "/orders", ...SERVICE, "-H", "Authorization: t"];
    const { code, io } = await run([...args, "--claim", "sub=42"]);
    expect(code).toBe(0);
    expect(JSON.parse(io.stdout.text)).toMatchObject({ stub: "nothing answers for events List here" });
    expect(io.stderr.text).toMatch(
      /^note: a request for events List is sent nowhere; a stub answers\n {3}= hint: name an emulator with /,
    );
    expect(io.stderr.text).toContain("   | X-Amz-Target: AWSEvents.List\n");
  });

  it("says which table the local DynamoDB does not have", async () => {
    const get = `openapi: 3.0.1
paths:
  /a:
    get:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:dynamodb:action/GetItem
        requestTemplates: { application/json: '{"TableName": "Shop.Orders", "Key": {"id": {"S": "1"}}}' }
        responses: { default: { statusCode: "200" } }`;
    const { io } = await vtl(["invoke", "db.yaml", "GET", "/a"], { files: { "db.yaml": get } });
    expect(io.stdout.text).toContain("ResourceNotFoundException");
    expect(io.stderr.text).toBe(
      "note: the local DynamoDB has no table Shop.Orders\n   = hint: declare it with --table Shop.Orders=KEY or --table Shop.Orders=KEY,SORT_KEY\n",
    );
    const there = await vtl(["invoke", "db.yaml", "GET", "/a", "--table", "Shop.Orders=id"], {
      files: { "db.yaml": get },
    });
    expect([there.stdout, there.stderr]).toEqual(["{}", ""]);
  });

  it("says what of the definition only the deployment knows, at its place", async () => {
    const { io } = await run(["invoke", "api.yaml", "GET", "/items"]);
    expect(io.stderr.text).toMatch(/^api\.yaml:\d+:\d+: warning\[definition-unresolved\]: Service is known only once/);
  });

  it("says before anything is called that a function's module is not there", async () => {
    const { io } = await run([...post, "--function", "f=dist/f.mjs#handler"]);
    expect(io.stderr.text).toMatch(
      /^warning: the function f cannot run: there is no dist\/f\.mjs\n {3}= hint: build it/,
    );
    const built = { "dist/f.mjs": "" };
    expect((await run([...post, "--function", "f=dist/f.mjs"], built)).io.stderr.text).toBe("");
    const folder = await run([...post, "--function", "f=dist"], built);
    expect(folder.io.stderr.text).toMatch(
      /^warning: the function f cannot run: dist is a folder, and not its module\n {3}= hint: name the file in it: --function f=dist\/FILE\.mjs;/,
    );
  });

  it.each([
    [["invoke", "none.yaml", "GET", "/"], "cannot read none.yaml: no such file"],
    [["invoke", "api.yaml", "GET", "items"], "the path items does not begin with /"],
    [["invoke", "api.yaml", "G T", "/"], "G T is no HTTP method"],
    [["invoke", "api.yaml", "GET", "/", "-H", "nonsense"], "-H nonsense is no header"],
    [["invoke", "api.yaml", "GET", "/", "-d", "@none"], "cannot read none: no such file"],
    [["invoke", "api.yaml", "GET", "/", "--endpoint", "sqs=there"], "--endpoint sqs=there names no URL"],
    [["invoke", "api.yaml", "GET", "/", "--table", "Items=:"], "--table Items=: names no keys"],
    [["invoke", "api.yaml", "GET", "/", "--parameter", "x"], "--parameter x has no name and value"],
    [["invoke", "api.yaml", "GET", "/", "--authorizer", "x=y"], "items has no authorizer x"],
    [["invoke", "api.yaml", "GET", "/", "--stub", "broken.yaml"], "broken.yaml:2:5: error[definition-syntax]"],
    [
      ["invoke", "api.yaml", "GET", "/", "--record", "text.yaml"],
      "text.yaml holds something else than recorded answers",
    ],
    [["invoke", "api.yaml", "GET", "/", "--record", "a", "--stub", "a"], "--record and --stub both name a"],
    [["invoke", "text.yaml", "GET", "/"], "text.yaml declares no REST API"],
    [["invoke", "broken.yaml", "GET", "/"], "broken.yaml cannot be run"],
  ])("refuses what it cannot do, with 2: %j", async (args, message) => {
    const { code, io } = await run(args, { "broken.yaml": "answers: {}\nx: [", "text.yaml": "hello: world" });
    expect([code, io.stdout.text]).toEqual([2, ""]);
    expect(io.stderr.text).toContain(message);
    expect(io.stderr.text).not.toContain("at ");
  });
});
