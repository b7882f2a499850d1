import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const BODY = { "body.json": '{"id":7}' };

describe("vtl render", () => {
  it("prints the document alone, byte for byte, with no line feed added", async () => {
    const { code, io, stderr } = await vtl(["render", "--inline", "\ufeff\r\né 😀\t$input.body\u0000"], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(io.stdout.bytes.toString("hex")).toBe(Buffer.from("\ufeff\r\né 😀\t{}\u0000").toString("hex"));
  });

  it("sends half a surrogate pair as Java does", async () => {
    expect((await vtl(["render", "--inline", "a\ud800b\udc00"])).stdout).toBe("a?b?");
  });

  it("reads the template from a file, stdin or the command line", async () => {
    const files = { ...BODY, "t.vtl": "<$input.body>" };
    for (const [args, stdin] of [
      [["t.vtl", "--body", "body.json"], undefined],
      [["-", "--body", "body.json"], "<$input.body>"],
      [["--inline", "<$input.body>", "--body", "body.json"], undefined],
      [["t.vtl", "--body", "-"], '{"id":7}'],
      [["t.vtl", "--event", "-"], '{"body": {"id":7}}'],
    ] as const) {
      const world = stdin === undefined ? { files } : { files, stdin };
      expect(await vtl(["render", ...args], world)).toMatchObject({ code: 0, stdout: '<{"id":7}>', stderr: "" });
    }
  });

  it("hands every part of the request to the template", async () => {
    const template = [
      "$input.params('h')",
      "$input.params('q')",
      "$input.params('p')",
      "$stageVariables.s",
      "$context.requestId",
      "$context.requestTimeEpoch",
      "$context.authorizer.claims.sub",
    ].join(" ");
    const flags = ["--header", "h=1", "--query", "q=2", "--path", "p=3", "--stage-var", "s=4", "--request-id", "5"];
    const context = ["--time", "6", "--context-set", "authorizer.claims.sub=7"];
    expect(await vtl(["render", "--inline", template, ...flags, ...context])).toMatchObject({
      code: 0,
      stdout: "1 2 3 4 5 6000 7",
    });
  });

  it("has a sample $context, unless told otherwise", async () => {
    const args = ["render", "--inline", "$context.stage $context.identity.sourceIp $context.requestTime|"];
    expect((await vtl(args)).stdout).toBe("prod 203.0.113.10 31/Jan/2025:12:00:00 +0000|");
    expect((await vtl([...args, "--no-sample-context"])).stdout).toBe("  |");
  });

  it("runs plain Velocity on request, where the context's entries are the variables", async () => {
    const args = ["render", "--dialect", "velocity", "--inline", "$name $stage", "--context-set", "name=Ann"];
    expect((await vtl(args)).stdout).toBe("Ann $stage");
  });

  it("writes to a file instead of stdout", async () => {
    const { code, stdout, io } = await vtl(["render", "--inline", "x$input.body", "-o", "out.json"]);
    expect({ code, stdout, written: io.text("out.json") }).toEqual({ code: 0, stdout: "", written: "x{}" });
    expect((await vtl(["render", "--inline", "x", "--output", "-"])).stdout).toBe("x");
  });

  it("reports output, overrides and timings as JSON", async () => {
    const template = '#set($context.responseOverride.status = 201)#set($context.requestOverride.header.h = "v")ok';
    const { code, stdout } = await vtl(["render", "--inline", template, "--format", "json"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{\n {2}"output": "ok",\n[\s\S]*\}\n$/);
    expect(JSON.parse(stdout)).toEqual({
      output: "ok",
      overrides: { requestOverride: { header: { h: "v" } }, responseOverride: { status: 201 } },
      timings: { compileMs: 1, renderMs: 1 },
    });
  });

  it("indents JSON with --pretty, numbers and strings as printed", async () => {
    const { code, stdout } = await vtl(["render", "--inline", '{"a":1.0,"b":[]}', "--pretty"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{\n  "a": 1.0,\n  "b": []\n}' });
  });
});

describe("vtl render of a host file", () => {
  const host = (second: string) => `openapi: 3.0.1
paths:
  /x:
    post:
      x-amazon-apigateway-integration:
        requestTemplates: { application/json: '{"a": $input.json("$.a")}'${second} }`;

  it("renders the only template in it", async () => {
    const { code, stdout } = await vtl(["render", "api.yaml", "--data", '{"a": 1}'], {
      files: { "api.yaml": host("") },
    });
    expect([code, stdout]).toEqual([0, '{"a": 1}']);
  });

  it("fills in what the deployment is given, as vtl invoke does", async () => {
    const text = `Parameters: { Table: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: shop } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      AuthorizationType: NONE
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub "arn:aws:apigateway:\${AWS::Region}:dynamodb:action/PutItem"
        RequestTemplates:
          application/json: !Sub '{"TableName": "\${Table}", "a": $input.json("$.a")}$context.nothing()'
`;
    const files = { "t.yaml": text };
    const args = ["render", "t.yaml#POST /", "--data", '{"a": 1}'];
    expect((await vtl([...args], { files })).stdout).toContain('{"TableName": "<Table>", "a": 1}');
    const filled = await vtl([...args, "--parameter", "Table=Orders"], { files });
    expect(filled.stdout).toContain('{"TableName": "Orders", "a": 1}');
    const broken = { "t.yaml": text.replace("$context.nothing()", "$input.body.substring(9)") };
    const failed = await vtl(["render", "t.yaml", "--parameter", "Table=A-longer-name"], { files: broken });
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/^t\.yaml:16:\d+: error/) });
    expect((await vtl(["render", "t.vtl", "--parameter", "a=b"], { files: { "t.vtl": "" } })).code).toBe(2);
  });

  it("has the $context of its API and method", async () => {
    const text = host("").replace('{"a": $input.json("$.a")}', "$context.httpMethod $context.resourcePath");
    const rest = await vtl(["render", "api.yaml"], { files: { "api.yaml": text } });
    expect(rest.stdout).toBe("POST /x");
    const chat = `Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: chat, ProtocolType: WEBSOCKET } }
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: MOCK
      RequestTemplates: { $default: $context.routeKey $context.eventType $context.connectionId }
`;
    const files = { "chat.yaml": chat };
    expect((await vtl(["render", "chat.yaml"], { files })).stdout).toBe("$default MESSAGE ExampleConnectionId=");
    expect((await vtl(["render", "chat.yaml", "--no-sample-context"], { files })).stdout).toBe("  ");
  });

  it("lists several", async () => {
    const files = { "api.yaml": host(", text/plain: x") };
    const { code, stderr } = await vtl(["render", "api.yaml"], { files });
    expect(code).toBe(2);
    expect(stderr).toContain("api.yaml has 2 templates\n   = hint: name one of\n     /paths/~1x/post/");
  });

  it("takes a file without any for a template", async () => {
    const { stdout } = await vtl(["render", "t.json", "--data", "1"], { files: { "t.json": '{"a": $input.body}' } });
    expect(stdout).toBe('{"a": 1}');
  });
});

describe("vtl render on errors", () => {
  it("shows a syntax error at its place, with a link, and prints no document", async () => {
    const { code, stdout, stderr } = await vtl(["render", "t.vtl"], { files: { "t.vtl": "a\n  #if($x)\nb" } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^t\.vtl:\d+:\d+: error\[[a-z-]+\]: .+\n +\d+ \| .*\n +\| +\^+\n[\s\S]* {3}= see \S+\n$/);
  });

  it("shows a render error at its place", async () => {
    const { code, stdout, stderr } = await vtl(["render", "--inline", "x\n$input.body.substring(9)"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^<inline>:2:\d+: error\[[a-z-]+\]: .+\n 2 \| \$input\.body\.substring\(9\)\n +\| +\^+\n/);
  });

  it.each([
    [[], "no template given"],
    [["t.vtl", "--inline", "x"], "both a template file (t.vtl) and --inline"],
    [["t.vtl", "--update"], "--update needs --expect"],
    [["t.vtl", "--expect", "-"], "--expect cannot read stdin"],
    [["-", "--body", "-"], "stdin can be used once only, not for the template and --body"],
    [["t.vtl", "--event", "-", "--context", "-"], "stdin can be used once only, not for --event and --context"],
    [["t.vtl", "--dialect", "velocity", "--time", "1"], "plain Velocity does not have"],
    [["t.vtl", "--time", "soon"], "--time soon is not a time"],
    [["t.vtl", "--header", "x"], "-H x is no header"],
    [["--inline", "x", "--watch"], "--watch has no file to watch"],
    [["none.vtl"], "cannot read none.vtl: no such file"],
    [["dir/"], "cannot read dir/: it is a directory"],
    [["t.vtl", "--event", "none.json"], "cannot read none.json: no such file"],
    [["t.vtl", "--body", "latin1.txt"], "latin1.txt is not UTF-8 text"],
    [["t.vtl", "--expect", "none.json"], "cannot read none.json: no such file"],
    [["t.vtl", "-o", "read-only/out.json"], "cannot write read-only/out.json: permission denied"],
    [["missing/t.vtl", "--watch"], "cannot watch missing/t.vtl: no such file"],
  ])("%j is exit code 2: %s", async (args, message) => {
    const files = { "t.vtl": "x", "latin1.txt": Uint8Array.of(0x63, 0xe9) };
    const { code, stdout, stderr } = await vtl(["render", ...args], { files, stdin: "" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(message);
  });

  it("points into a broken event file", async () => {
    const files = { "event.json": '{\n  "body": "x",\n  "headers": }\n' };
    const { code, stderr } = await vtl(["render", "--inline", "x", "--event", "event.json"], { files });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "event.json:3:14: error: not JSON: a value is missing before '}'\n" +
        ' 3 |   "headers": }\n   |              ^\n',
    );
  });
});

describe("vtl render --check", () => {
  it("says nothing about JSON", async () => {
    expect(await vtl(["render", "--inline", "[1, $input.body]", "--check"])).toMatchObject({
      code: 0,
      stdout: "[1, {}]",
      stderr: "",
    });
  });

  it("shows where the output stops being JSON, there and in the template, and still prints it", async () => {
    const files = { "t.vtl": '{\n  "a": $input.body\n}', "body.txt": "abc" };
    const { code, stdout, stderr } = await vtl(["render", "t.vtl", "--check", "--body", "body.txt"], { files });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '{\n  "a": abc\n}' });
    expect(stderr).toBe(
      [
        "<output>:2:8: error: the output is not JSON: 'abc' is not a JSON value",
        ' 2 |   "a": abc',
        "   |        ^^^",
        "   = hint: a string needs double quotes around it",
        "t.vtl:2:8: note: printed here",
        ' 2 |   "a": $input.body',
        "   |        ^^^^^^^^^^^",
        "",
      ].join("\n"),
    );
  });

  it("finds the very character in plain text", async () => {
    const { stderr } = await vtl(["render", "--inline", '$input.body {"b": 1}', "--check"]);
    expect(stderr).toContain('<inline>:1:13: note: printed here\n 1 | $input.body {"b": 1}\n   |             ^\n');
  });

  it("points at the end for a document that ends early, and at nothing for an empty one", async () => {
    expect((await vtl(["render", "--inline", "[$input.body", "--check"])).stderr).toContain(
      "<inline>:1:2: note: the output ends with this",
    );
    const { code, stderr } = await vtl(["render", "--inline", "", "--check"]);
    expect(code).toBe(1);
    expect(stderr).toBe("<output>:1:1: error: the output is not JSON: it is empty\n 1 | \n   | ^\n");
  });

  it("is implied by --pretty, which leaves the output as it is then", async () => {
    expect(await vtl(["render", "--inline", "[1,]", "--pretty"])).toMatchObject({ code: 1, stdout: "[1,]" });
  });

  it("does not let a bad document replace a file", async () => {
    const world = { files: { "out.json": "good" } };
    const { code, io, stdout } = await vtl(["render", "--inline", "[1,]", "--check", "-o", "out.json"], world);
    expect({ code, stdout, kept: io.text("out.json") }).toEqual({ code: 1, stdout: "", kept: "good" });
  });
});

describe("vtl render --expect", () => {
  const render = (inline: string, expected: string, ...flags: string[]) =>
    vtl(["render", "--inline", inline, "--expect", "e.json", ...flags], { files: { "e.json": expected } });

  it("passes when the file holds the very bytes", async () => {
    expect(await render("a\n$input.body", "a\n{}")).toMatchObject({ code: 0, stdout: "a\n{}", stderr: "" });
  });

  it("shows a unified diff otherwise", async () => {
    const { code, stdout, stderr } = await render("a\nb\nC\nd", "a\nb\nc\nd");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "a\nb\nC\nd" });
    expect(stderr).toBe(
      [
        "error: the output differs from e.json",
        "   = hint: if the output is right, --update writes it to the file",
        "--- e.json",
        "+++ output",
        "@@ -1,4 +1,4 @@",
        " a",
        " b",
        "-c",
        "+C",
        " d",
        "\\ No newline at end of file",
        "",
      ].join("\n"),
    );
  });

  it("colours the diff on a terminal", async () => {
    const { io } = await vtl(["render", "--inline", "b", "--expect", "e"], { files: { e: "a" }, isTTY: true });
    expect(io.stderr.text).toContain("\u001b[31m-a\u001b[39m");
    expect(io.stderr.text).toContain("\u001b[32m+b\u001b[39m");
  });

  it.each([
    ["a", "a\n", "only the line feed at the end of e.json is too much"],
    ["a\n", "a", "only the line feed at the end of e.json is missing"],
    ["a\nb", "a\r\nb", "only the line ends differ"],
  ])("explains the difference between %j and %j", async (output, expected, hint) => {
    const { code, stderr } = await render(output, expected);
    expect(code).toBe(1);
    expect(stderr).toContain(hint);
  });

  it("compares what would be printed, so the indented form with --pretty", async () => {
    expect((await render("[1]", "[\n  1\n]", "--pretty")).code).toBe(0);
  });

  it("--update writes the file when it differs or is missing, and says so", async () => {
    const updated = await render("new", "old", "--update");
    expect(updated).toMatchObject({ code: 0, stdout: "new", stderr: "e.json updated\n" });
    expect(updated.io.text("e.json")).toBe("new");
    expect(await render("same", "same", "--update")).toMatchObject({ code: 0, stderr: "" });
    const written = await vtl(["render", "--inline", "new", "--expect", "e.json", "--update"]);
    expect(written).toMatchObject({ code: 0, stderr: "e.json written\n" });
    expect(written.io.text("e.json")).toBe("new");
  });

  it("--update does not keep a document that fails --check", async () => {
    const { code, io } = await render("[1,]", "old", "--update", "--check");
    expect({ code, kept: io.text("e.json") }).toEqual({ code: 1, kept: "old" });
  });

  it("gives up on a diff that would take minutes", async () => {
    const lines = (seed: number) =>
      Array.from({ length: 20_000 }, (_, i) => `${(i * 7919 + seed) % 104_729}`).join("\n");
    const { code, stderr } = await render(lines(1), lines(2));
    expect(code).toBe(1);
    expect(stderr).toMatch(/@@|too different/);
  });
});
