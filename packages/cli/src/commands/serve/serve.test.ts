import type { InvocationJson } from "@apigw-vtl/runner";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { itemsApi } from "../../testing/api-texts.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";

const running: MemoryIo[] = [];
afterEach(() => {
  for (const io of running.splice(0)) {
    io.interrupt();
    io.interrupt();
  }
});

/** `vtl serve ARGS` until Ctrl-C; `url` is where it serves. */
async function serve(args: readonly string[], files: Readonly<Record<string, string>>) {
  const io = new MemoryIo({ files });
  running.push(io);
  const ended = run(["serve", ...args, "--port", "0"], io);
  await eventually(() => expect(io.stderr.text).toContain("is served at "));
  const [url = ""] = /http:\S+/.exec(io.stderr.text) ?? [];
  const get = async (path: string) => {
    const response = await fetch(url + path);
    return { status: response.status, body: await response.text() };
  };
  return { io, ended, url, get };
}

describe("vtl serve", () => {
  it("serves the API and the page, prints a block a request, and ends with Ctrl-C", async () => {
    const { io, ended, url, get } = await serve(["api.yaml"], {
      "api.yaml": itemsApi('{"id": "$input.params("id")"}'),
    });
    expect(await get("/items/7")).toEqual({ status: 200, body: '{"id": "7"}' });
    expect(await get("/none")).toEqual({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    expect((await get("/_vtl")).body).toContain("<title>vtl serve</title>");
    expect(io.stderr.text).toMatch(
      /^items is served at http:\/\/127\.0\.0\.1:\d+\nthe page is at http:\S+\/_vtl; Ctrl-C ends\n$/,
    );
    io.interrupt();
    expect(await ended).toBe(0);
    expect(io.openHandles).toBe(0);
    await expect(fetch(url)).rejects.toThrow("fetch failed");
    const [fine, failed, why, ...rest] = io.stdout.text.split("\n");
    expect(fine).toMatch(/^\d\d:\d\d:\d\d GET \/items\/7 200 [\d.]+ ms$/);
    expect(failed).toMatch(/^\d\d:\d\d:\d\d GET \/none 403 [\d.]+ ms$/);
    expect(why).toMatch(/^ {2}routing: No resource/);
    expect(rest).toEqual([""]);
  });

  it("takes parameters, stage variables and a stage path", async () => {
    const template = `Parameters: { Name: { Type: String } }
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: !Ref Name
      Body:
${itemsApi('{"table": "$stageVariables.table"}').replace(/^/gm, "        ")}
`;
    const args = ["t.yaml", "--parameter", "Name=orders", "--stage-var", "table=T", "--stage-path"];
    const { io, get } = await serve(args, { "t.yaml": template });
    expect(await get("/items/7")).toEqual({ status: 200, body: '{"table": "T"}' });
    expect(io.stderr.text).toMatch(/^orders is served at http:\/\/127\.0\.0\.1:\d+\/\w+\n/m);
  });

  it("warns where others than this machine are let in", async () => {
    const { io } = await serve(["api.yaml", "--host", "0.0.0.0"], { "api.yaml": itemsApi("x") });
    await eventually(() => expect(io.stderr.text).toContain("the page is at"));
    expect(io.stderr.text).toMatch(/^warning: whoever reaches 0\.0\.0\.0 can send requests, and use the page$/m);
  });

  it("prints execution logs with --log, and nothing of what went well with --quiet", async () => {
    const loud = await serve(["api.yaml", "--log"], { "api.yaml": itemsApi("x") });
    await loud.get("/items/7");
    await eventually(() => expect(loud.io.stdout.text).toMatch(/ {2}\w{3} .* : Method completed with status: 200\n$/));
    const quiet = await serve(["api.yaml", "--quiet", "--no-page"], { "api.yaml": itemsApi("x") });
    await quiet.get("/items/7");
    expect((await quiet.get("/_vtl")).status).toBe(403);
    await eventually(() => expect(quiet.io.stdout.text).toMatch(/^\S+ GET \/_vtl 403/));
  });

  it("lets no request steer the terminal", async () => {
    const { io, get } = await serve(["api.yaml", "--log"], { "api.yaml": itemsApi("\u001b[31m") });
    await get("/items/7");
    await eventually(() => expect(io.stdout.text).toContain("completed"));
    expect(io.stdout.text).not.toContain("\u001b");
  });
});

describe("the page of vtl serve", () => {
  it("tells where a template is declared", async () => {
    const text = itemsApi('{"id": 7}');
    const { url } = await serve(["api.yaml"], { "api.yaml": text });
    const request = { httpMethod: "GET", path: "/items/7", queryString: "", headers: [], body: "" };
    const response = await fetch(`${url}/_vtl/invoke`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...request, stageVariables: {}, testInvoke: true }),
    });
    const { steps } = (await response.json()) as InvocationJson;
    const { place } = steps.find(({ name }) => name === "response-template") ?? {};
    const line = text.split("\n").findIndex((each) => each.includes('"id\\"')) + 1;
    expect(place).toMatchObject({ file: "api.yaml", line });
  });
});

describe("a change of the files", () => {
  it("is served from then on", async () => {
    const { io, get } = await serve(["api.yaml"], { "api.yaml": itemsApi("one") });
    io.save("api.yaml", itemsApi("two"));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/items/7")).body).toBe("two");
  });

  it("that breaks them leaves what was there before, says so, and is made up for by the next", async () => {
    const { io, get, url } = await serve(["api.yaml"], { "api.yaml": itemsApi("one") });
    io.save("api.yaml", "openapi: {");
    await eventually(() => expect(io.stderr.text).toContain("[not loaded: what was there before is still served]"));
    expect(io.stderr.text).toMatch(/^api\.yaml:1:\d+: error\[definition-syntax\]/m);
    expect((await get("/items/7")).body).toBe("one");
    const page = JSON.parse((await (await fetch(`${url}/_vtl/api`)).text()) as string);
    expect(page.problem).toMatch(/^api\.yaml:1:\d+: error\[definition-syntax\]/);
    io.save("api.yaml", itemsApi("two"));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/items/7")).body).toBe("two");
    expect(JSON.parse((await get("/_vtl/api")).body)).not.toHaveProperty("problem");
  });

  it("may be one of a file that they refer to", async () => {
    const method = (body: string) => itemsApi(body).split("\n").slice(4).join("\n").replace(/^ {4}/gm, "");
    const main = itemsApi("").split("\n").slice(0, 3).join("\n");
    const files = {
      "sub/body.yaml": `${main}\n  /items/{id}:\n${method("one").replace(/^/gm, "    ")}`,
      "t.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: sub/body.yaml } } }
`,
    };
    const { io, get } = await serve(["t.yaml"], files);
    expect((await get("/items/7")).body).toBe("one");
    io.save("sub/body.yaml", files["sub/body.yaml"].replace('"one"', '"two"'));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/items/7")).body).toBe("two");
  });
});

describe("each file that has a part in what is served", () => {
  const item = (body: string) => itemsApi(body).split("\n").slice(4).join("\n").replace(/^ {4}/gm, "");
  const main = (reference: string) =>
    `${itemsApi("").split("\n").slice(0, 3).join("\n")}\n  /items/{id}: { $ref: ${reference} }`;

  it("may be one that a reference leads to", async () => {
    const { io, get } = await serve(["api.yaml"], {
      "api.yaml": main("paths/item.yaml"),
      "paths/item.yaml": item("one"),
    });
    expect((await get("/items/7")).body).toBe("one");
    io.save("paths/item.yaml", item("two"));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/items/7")).body).toBe("two");
  });

  it("may be one that is missing after a change, and comes later", async () => {
    const { io, get } = await serve(["api.yaml"], { "api.yaml": itemsApi("one") });
    io.save("api.yaml", main("item.yaml"));
    await eventually(() => expect(io.stderr.text).toContain("[not loaded"));
    expect(io.stderr.text).toContain("item.yaml cannot be read");
    io.save("item.yaml", item("two"));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/items/7")).body).toBe("two");
  });

  it("may be a new one of a Terraform module", async () => {
    const files = { "infra/api.tf": 'resource "aws_api_gateway_rest_api" "api" { name = "api" }' };
    const { io, get } = await serve(["infra"], files);
    io.save(
      "infra/get.tf",
      `resource "aws_api_gateway_method" "get" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_rest_api.api.root_resource_id
  http_method = "GET"
}`,
    );
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    // There is a method now, though without an integration.
    expect((await get("/")).status).toBe(500);
  });

  it("may be the stub file", async () => {
    const api = `openapi: 3.0.1
paths:
  /a: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "http://127.0.0.1:9/" } } }`;
    const stub = (body: string) => `answers: [{ respond: { body: ${body} } }]`;
    const { io, get } = await serve(["api.yaml", "--stub", "s.yaml"], { "api.yaml": api, "s.yaml": stub("one") });
    expect((await get("/a")).body).toBe("one");
    io.save("s.yaml", stub("two"));
    await eventually(() => expect(io.stderr.text).toContain("[loaded again]"));
    expect((await get("/a")).body).toBe("two");
    io.save("s.yaml", "answers: [{}]");
    await eventually(() => expect(io.stderr.text).toContain("[not loaded"));
    io.save("s.yaml", stub("three"));
    await eventually(() => expect(io.stderr.text.match(/\[loaded again\]/g)).toHaveLength(2));
    expect((await get("/a")).body).toBe("three");
  });
});

describe("vtl serve refuses", () => {
  it("a file that is not there, or declares no API", async () => {
    expect(await vtl(["serve", "none.yaml"])).toMatchObject({ code: 2, stderr: expect.stringContaining("none.yaml") });
    const { code, stderr } = await vtl(["serve", "a.yaml"], { files: { "a.yaml": "a: 1" } });
    expect(code).toBe(2);
    expect(stderr).toContain("a.yaml cannot be served");
    expect(stderr).toContain("definition-no-api");
  });

  it("a folder without a definition", async () => {
    const { code, stderr } = await vtl(["serve", "infra"], { files: { "infra/a.txt": "" } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("no API is declared in the folder infra"),
    });
  });

  it.each(["x", "-1", "65536", "3.5"])("a port that is none: %s", async (port) => {
    expect(await vtl(["serve", "api.yaml", `--port=${port}`])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Expected a port, 0 to 65535."),
    });
  });

  it("a port that is taken", async () => {
    const { url } = await serve(["api.yaml"], { "api.yaml": itemsApi("x") });
    const port = new URL(url).port;
    const { code, stderr } = await vtl(["serve", "api.yaml", "--port", port], { files: { "api.yaml": itemsApi("x") } });
    expect(code).toBe(2);
    expect(stderr).toContain(`127.0.0.1:${port} is taken by another program`);
    expect(stderr).toContain("hint: name another with --port");
  });

  it("an address that is not this machine's", async () => {
    const args = ["serve", "api.yaml", "--port", "0", "--host", "203.0.113.1"];
    const { code, stderr } = await vtl(args, { files: { "api.yaml": itemsApi("x") } });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("cannot listen on 203.0.113.1:0") });
  });
});
