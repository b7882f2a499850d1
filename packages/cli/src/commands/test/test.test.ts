import { eventually } from "@apigw-vtl/test-support";
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";

const PUT = `#set($order = $input.path('$'))
{
  "id": "$util.escapeJavaScript($order.id)",
  "total": $order.total#if($order.note != ""),
  "note": $input.json('$.note')#end

}
`;

const TESTS = `cases:
  - name: stores an order
    event: { body: { id: a, total: 1.50 } }
    expect: { json: { id: a, total: 1.50 } }
  - name: keeps the note
    event: { body: { id: a, total: 2, note: hi } }
    expect: { subset: { note: hi } }
`;

const files = { "put.vtl": PUT, "put.vtl.test.yaml": TESTS };
const WRONG = {
  ...files,
  "put.vtl.test.yaml": TESTS.replace("json: { id: a, total: 1.50", "json: { id: a, total: 3, no: [1]"),
};

describe("vtl test", () => {
  it("runs the cases beside a template", async () => {
    const { code, stdout, stderr } = await vtl(["test"], { files });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^✓ put\.vtl\.test\.yaml \(2\)\n2 passed \(1 file, \d+ ms\)\n$/);
    expect((await vtl(["test", "put.vtl", "--verbose"], { files })).stdout).toContain("  ✓ keeps the note\n");
    expect((await vtl(["test", "--name", "note", "--verbose"], { files })).stdout).not.toContain("stores");
  });

  it("shows the line of the template that printed what differs", async () => {
    const broken = { ...files, "put.vtl": PUT.replace("$order.total", "$order.totel") };
    const { code, stdout } = await vtl(["test", "put.vtl"], { files: broken });
    expect(code).toBe(1);
    expect(stdout).toContain("the output is no JSON: a value is missing here");
    expect(stdout).toContain("printed by put.vtl:");
    expect(stdout).toContain(' 4 |   "total": $order.totel#if($order.note != ""),');
  });

  it("tells what differs in JSON by paths, not by layout", async () => {
    const { code, stdout } = await vtl(["test"], { files: WRONG });
    expect(code).toBe(1);
    expect(stdout).toContain("printed by put.vtl:4:12");
    expect(stdout).toContain("$.total: expected 3, printed 1.5\n");
    expect(stdout).toContain("$.no: expected [1], printed nothing");
    expect(stdout).toContain("1 failed, 1 passed");
  });

  it("runs the samples beside templates, one without an expectation as far as it renders", async () => {
    const samples = {
      "a/template.vtl": '$input.json("$.a")#set($context.responseOverride.status = 404)',
      "a/event.json": '{"body": {"a": 1.0}}',
      "a/expected.out": "1.0",
      "a/overrides.json": '{"responseOverride": {"status": 404}}',
      "a/event-2.json": '{"body": "["}',
      "b/put.vtl": "{}",
      "b/put.sample.json": "{}",
      "b/put.bad.sample.yaml": "heders: {}",
    };
    const { code, stdout } = await vtl(["test", "--verbose"], { files: samples });
    expect(code).toBe(2);
    expect(stdout).toContain(
      "✗ a/template.vtl (2)\n  ✓ event\n  ✗ event-2 (a/event-2.json:1:1)\n    the template fails",
    );
    expect(stdout).toContain(
      "✗ b/put.vtl (2)\n  ✗ bad (b/put.bad.sample.yaml:1:1)\n    b/put.bad.sample.yaml:1:1: unknown field 'heders'",
    );
    expect(stdout).toContain("  ✓ put\n");
  });

  it("stops after the first failure with --bail, and no failure hides another without", async () => {
    const both = {
      ...WRONG,
      "z.vtl": "{}",
      "z.vtl.test.yaml": 'cases: [{ expect: { output: "x" } }, { expect: { output: "{}" } }]',
    };
    expect((await vtl(["test"], { files: both })).stdout).toContain("2 failed, 2 passed (2 files");
    expect((await vtl(["test", "--bail"], { files: both })).stdout).toContain("1 failed, 0 passed (1 file,");
  });

  it("names what is wrong with a test file, with its place, and exits 2", async () => {
    const bad = { "put.vtl": "{}", "put.vtl.test.yaml": "cases:\n  - name: a\n    expct: {}\n" };
    const { code, stdout } = await vtl(["test"], { files: bad });
    expect(code).toBe(2);
    expect(stdout).toContain("put.vtl.test.yaml:3:5: error: a case has no field expct");
    expect((await vtl(["test"], { files: { "x.txt": "" } })).stderr).toContain("no tests were found in this folder");
    expect((await vtl(["test", "--pass-with-no-tests"], { files: {} })).code).toBe(0);
    expect((await vtl(["test", "none.test.yaml"], { files })).code).toBe(2);
  });

  it("leaves files alone that other tools call tests", async () => {
    const other = {
      ...files,
      "chart.test.yaml": "suite: x\n",
      "data.test.json": '{"cases": 1}',
      "ci.test.yaml": "cases: []\n",
    };
    expect((await vtl(["test"], { files: other })).code).toBe(0);
    expect((await vtl(["test", "ci.test.yaml"], { files: other })).stdout).toContain("nothing is beside ci.test.yaml");
  });

  it("finds tests by themselves that name what they test", async () => {
    const { code, stdout, stderr } = await vtl(["test"], {
      files: { "put.vtl": PUT, "tests/orders.test.yaml": `subject: ../put.vtl\n${TESTS}` },
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("✓ tests/orders.test.yaml (2)");
  });

  it("runs again when a file changes", async () => {
    const io = new MemoryIo({ files });
    const ended = run(["test", "--watch"], io);
    await eventually(() => expect(io.stdout.text).toContain("2 passed"));
    io.save("put.vtl", "{}");
    await eventually(() => expect(io.stdout.text).toContain("2 failed"));
    io.interrupt();
    await ended;
  });
});

describe("--update", () => {
  it("writes what comes out, in the test file where it stands and in files", async () => {
    const tests = `cases:
  - name: block # kept
    expect:
      output: |
        old
      overrides: { old: 1 }
  - expect: { output: 'x' }
  - expect: out.txt
  - expect: { json: { a: 1 } }
`;
    const old = { "t.vtl": '{"a": 1.0,\n  "b": "x"}\n', "t.vtl.test.yaml": tests, "out.txt": "" };
    const { code, io, stdout, stderr } = await vtl(["test", "--update"], { files: old });
    expect([code, stdout]).toEqual([0, expect.stringContaining("4 passed")]);
    expect(stderr).toBe("t.vtl.test.yaml updated\nout.txt updated\n");
    expect(io.text("out.txt")).toBe(old["t.vtl"]);
    expect(io.text("t.vtl.test.yaml")).toBe(`cases:
  - name: block # kept
    expect:
      output: |
        {"a": 1.0,
          "b": "x"}
      overrides: {}
  - expect: { output: "{\\"a\\": 1.0,\\n  \\"b\\": \\"x\\"}\\n" }
  - expect: out.txt
  - expect: { json: {"a":1.0,"b":"x"} }
`);
    const again = Object.fromEntries([...io.files].map(([name, data]) => [name, Buffer.from(data).toString()]));
    expect((await vtl(["test"], { files: again })).stdout).toContain("4 passed");
  });
});

describe("reports", () => {
  const report = async (format: string) => (await vtl(["test", "-f", format], { files: WRONG })).stdout;

  it("json has places with lines and columns", async () => {
    const { summary, suites } = JSON.parse(await report("json"));
    expect(summary).toMatchObject({ passed: 1, failed: 1, broken: 0 });
    expect(suites[0].cases[0]).toMatchObject({
      name: "stores an order",
      line: 2,
      outcome: "failed",
      failures: [{ printedBy: { file: "put.vtl", line: 4, column: 12 }, differences: [{ path: "$.total" }, {}] }],
    });
  });

  it("junit is XML with a test for each case", async () => {
    const root = new DOMParser().parseFromString(await report("junit"), "text/xml").documentElement;
    expect(["tests", "failures", "errors"].map((name) => root?.getAttribute(name))).toEqual(["2", "1", "0"]);
    const cases = Array.from(root?.getElementsByTagName("testcase") ?? []);
    expect(cases.map((one) => one.getAttribute("name"))).toEqual(["stores an order", "keeps the note"]);
    expect(cases[0]?.textContent).toContain("printed by put.vtl:4:12");
  });

  it("github annotates the template's line", async () => {
    expect(await report("github")).toMatch(
      /^::error file=put\.vtl,line=4,endLine=4,col=12,endColumn=24,title=stores an order::the output is not what is expected%0A/,
    );
  });

  it("tap numbers the cases", async () => {
    const lines = (await report("tap")).split("\n");
    expect(lines.slice(0, 3)).toEqual(["TAP version 13", "1..2", "not ok 1 - put.vtl.test.yaml stores an order"]);
    expect(lines.at(-2)).toBe("ok 2 - put.vtl.test.yaml keeps the note");
  });
});

describe("--coverage", () => {
  const branchy = {
    "a b/t.vtl": "#if($input.path('$.a') == 1)\none\n#else\n<other>\n#end\n",
    "a b/t.vtl.test.yaml": "cases: [{ event: { body: { a: 1 } } }]",
  };

  it("shows what the tests have not reached", async () => {
    const { code, stdout } = await vtl(["test", "--coverage"], { files: branchy });
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(2)).toEqual([
      "file       lines %  branches %  never reached",
      "a b/t.vtl     66.6          50  4; 3 #else",
      "all files     66.6          50",
      "",
    ]);
  });

  it("fails below a threshold, of the command line or else of the configuration", async () => {
    const configured = { ...branchy, "vtl.config.json": '{"test": {"coverage": {"thresholds": {"lines": 70}}}}' };
    const { code, stderr } = await vtl(["test", "--coverage"], { files: configured });
    expect([code, stderr]).toEqual([1, "error: 66.6 % of the lines are reached (2 of 3), less than 70 %\n"]);
    expect((await vtl(["test", "--coverage", "--threshold", "branches=50"], { files: configured })).code).toBe(0);
    expect((await vtl(["test", "--threshold", "lines=x"], { files })).stderr).toContain(
      "--threshold lines=x means nothing",
    );
    expect((await vtl(["test", "--coverage-format", "x"], { files })).stderr).toContain(
      "there is no format x for coverage",
    );
    expect((await vtl(["test"], { files: configured })).code).toBe(0);
  });

  it("writes lcov, Cobertura, Istanbul's JSON and pages", async () => {
    const formats = ["lcov", "cobertura", "json", "html"].flatMap((format) => ["--coverage-format", format]);
    const { io } = await vtl(["test", ...formats], { files: branchy });
    expect(io.text("coverage/lcov.info")).toBe(
      "TN:\nSF:a b/t.vtl\nBRDA:1,0,0,1\nBRDA:3,0,1,0\nBRF:2\nBRH:1\nDA:1,1\nDA:2,1\nDA:4,0\nLF:3\nLH:2\nend_of_record\n",
    );
    const xml = new DOMParser().parseFromString(io.text("coverage/cobertura.xml") ?? "", "text/xml");
    const lines = Array.from(xml.getElementsByTagName("line"));
    expect(
      lines.map((line) => ["number", "hits", "condition-coverage"].map((name) => line.getAttribute(name))),
    ).toEqual([
      ["1", "1", "50% (1/2)"],
      ["2", "1", null],
      ["4", "0", null],
    ]);
    const [entry] = Object.values<Record<string, unknown>>(JSON.parse(io.text("coverage/coverage-final.json") ?? ""));
    expect(entry).toMatchObject({ path: "/work/project/a b/t.vtl", s: { 0: 1, 1: 1, 2: 0 }, b: { 0: [1, 0] } });
    expect(io.text("coverage/index.html")).toContain('<a href="a-b-t.vtl.html">a b/t.vtl</a>');
    const page = io.text("coverage/a-b-t.vtl.html");
    expect(page).toContain(
      '<tr id="L4" class="missed"><th scope="row">4</th><td>never</td><td><code>&lt;other&gt;</code></td>',
    );
    expect(page).toContain("never: #else");
  });

  it("of a definition is at its own lines, whoever renders its templates", async () => {
    const api = `openapi: 3.0.1
info: { title: a, version: "1" }
paths:
  /a:
    get:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: |
                #if($input.params('x') == "1")
                one
                #end
`;
    const test = 'cases: [{ request: "GET /a?x=1" }, { template: GET /a response, event: {} }]';
    const { stdout } = await vtl(["test", "--coverage"], { files: { "api.yaml": api, "api.test.yaml": test } });
    expect(stdout).toContain("2 passed");
    expect(stdout).toContain("api.yaml       100         100\n");
  });
});

describe("the cases of an API", () => {
  const API = `openapi: 3.0.1
info: { title: orders, version: "1" }
paths:
  /orders/{id}:
    put:
      responses: { "200": {}, "404": {} }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        credentials: arn:aws:iam::123456789012:role/r
        requestTemplates:
          application/json: |
            { "TableName": "orders",
              "Item": { "id": { "S": "$util.escapeJavaScript($input.params('id'))" } } }
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: '{ "stored": $input.json("$.ok") }'
          "4\\\\d\\\\d":
            statusCode: "404"
`;
  const TEST = `cases:
  - name: the request
    template: PUT /orders/{id} request
    event: { path: { id: "<id>" } }
    each: [{ id: "7" }, { id: "8" }]
    expect: { json: { TableName: orders, Item: { id: { S: "<id>" } } } }
  - name: the answer
    template: PUT /orders/{id} response 200
    respond: { body: { ok: true } }
    expect: { output: '{ "stored": true }' }
  - name: from end to end
    request: { line: PUT /orders/9, headers: { Content-Type: application/json }, body: {} }
    respond: { body: { ok: 1 } }
    sent: { method: POST, headers: { X-Amz-Target: DynamoDB_20120810.PutItem }, json: { TableName: orders, Item: { id: { S: "9" } } } }
    expect: { status: 200, json: { stored: 1 } }
  - name: not there
    request: PUT /orders/9
    respond: { status: 400 }
    expect: { status: 404 }
`;

  it("address templates by route, and take requests through the gateway", async () => {
    const { code, stdout } = await vtl(["test", "--verbose"], { files: { "api.yaml": API, "api.test.yaml": TEST } });
    expect(stdout).toMatch(/^✓ api\.test\.yaml \(5\)\n {2}✓ .*: the request \(1\)\n {2}✓ .*: the request \(2\)\n/);
    expect(code).toBe(0);
  });

  it("show what differs at its line in the definition", async () => {
    const api = API.replace('"S": "$util', '"N": "$util');
    const { stdout } = await vtl(["test"], { files: { "api.yaml": api, "api.test.yaml": TEST } });
    expect(stdout).toContain("3 failed, 2 passed");
    expect(stdout.match(/printed by api\.yaml:15:\d+/g)).toHaveLength(3);
    expect(stdout).toContain("the body that is sent is not what is expected");
  });
});
