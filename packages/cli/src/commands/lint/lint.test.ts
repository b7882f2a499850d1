import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

/** A warning with a fix, which is unsafe. */
const BAD = "#set($a = 1);\n";
const FIXED = "#set($a = 1)\n";

const API = `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: aws
        requestTemplates:
          application/json: "#set($a = 1);\\n"
          text/plain: |
            #set($b = 2);
`;

describe("vtl lint", () => {
  it("reports findings by file and fails on errors", async () => {
    const { code, stdout, stderr } = await vtl(["lint"], {
      files: { "bad.vtl": "#if($a == null)#end", "good.vtl": "{}" },
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "2 files, 2 templates\n" });
    expect(stdout).toMatch(
      /^bad\.vtl\n {2}1:11 {2}error {4}.* null-literal\n {3}1 \| #if\(\$a == null\)#end\n {5}\| {11}\^\^\^\^\n\n✖ 1 problem \(1 error, 0 warnings, 0 info\)\n/,
    );
  });

  it("says nothing where nothing is wrong", async () => {
    expect(await vtl(["lint"], { files: { "good.vtl": "{}" } })).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "1 file, 1 template\n",
    });
  });

  it("says that it found no template, which can fail it", async () => {
    const none = "1 file, no template: nothing was checked";
    const files = { "good.json": "{}" };
    expect(await vtl(["lint"], { files })).toMatchObject({ code: 0, stdout: "", stderr: `${none}\n` });
    const failed = await vtl(["lint", "--error-on-no-templates"], { files });
    expect(failed).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(`error: ${none}\n`) });
  });

  it("reports in the host file", async () => {
    const { stdout } = await vtl(["lint", "-f", "unix"], { files: { "api.yaml": API } });
    expect(stdout.split("\n").map((line) => line.replace(/: warning: .* /, " "))).toEqual([
      "api.yaml:8:42 [semicolon-after-set]",
      "api.yaml:10:25 [semicolon-after-set]",
      "",
    ]);
  });

  it("reports a template that another file refers to once", async () => {
    const files = {
      "main.tf": 'resource "aws_api_gateway_integration" "a" {\n  request_templates = { "a/b" = file("t.vtl") }\n}\n',
      "t.vtl": BAD,
    };
    const { stdout } = await vtl(["lint", "--format", "unix"], { files });
    expect(stdout.match(/semicolon-after-set/g)).toHaveLength(1);
  });

  it("fails at files that it cannot search", async () => {
    const { code, stdout } = await vtl(["lint", "-f", "unix"], { files: { "a.json": '{"requestTemplates": {' } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.json:1:\d+: error: not valid JSON.* \[host-syntax\]\n$/);
  });

  it("takes stdin for a file of the given name", async () => {
    const { code, stdout } = await vtl(["lint", "--stdin", "--stdin-filename", "x/api.yaml", "-f", "unix"], {
      stdin: API,
    });
    expect(code).toBe(0);
    expect(stdout).toContain("x/api.yaml:8:42:");
    expect((await vtl(["lint", "--stdin", "-f", "unix"], { stdin: BAD })).stdout).toContain("stdin.vtl:1:13:");
  });

  it("prints findings as versioned JSON with ranges and fixes of the host", async () => {
    const { stdout } = await vtl(["lint", "-f", "json"], { files: { "api.yaml": API } });
    const { version, files } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(files).toMatchObject([
      { filePath: "api.yaml", errorCount: 0, warningCount: 2, fixableCount: 2, proofs: [] },
    ]);
    const [message] = files[0].messages;
    expect(message).toMatchObject({ ruleId: "semicolon-after-set", severity: "warning", line: 8, column: 42 });
    expect(API.slice(...(message.range as [number, number]))).toBe(";");
    expect(message.fix.edits).toEqual([{ range: message.range, text: "" }]);
  });

  it("writes several formats at once", async () => {
    const args = ["lint", "--output-file", "json=out/a.json", "--output-file", "unix=out/a.txt"];
    const { stdout, io } = await vtl(args, { files: { "t.vtl": BAD } });
    expect(stdout).toMatch(/^t\.vtl\n/);
    expect(JSON.parse(io.text("out/a.json") ?? "").files).toHaveLength(1);
    expect(io.text("out/a.txt")).toMatch(/^t\.vtl:1:13: warning: /);
    const alone = await vtl(["lint", "-f", "json", "--output-file", "json=a.json"], { files: { "t.vtl": BAD } });
    expect(alone.stdout).toBe("");
  });

  it("colours text on a terminal alone", async () => {
    const world = { files: { "t.vtl": BAD }, isTTY: true, env: { TERM: "xterm" } };
    expect((await vtl(["lint"], world)).stdout).toContain("\u001b[33mwarning");
    expect((await vtl(["lint", "--no-color"], world)).stdout).not.toContain("\u001b");
    expect((await vtl(["lint", "--output-file", "stylish=a.txt"], world)).io.text("a.txt")).not.toContain("\u001b");
  });
});

describe("the report for people", () => {
  it("shows the line of the host file, and the texts that fixes and stdin leave", async () => {
    const shown = async (args: readonly string[], world: Parameters<typeof vtl>[1]) => {
      const { stdout, stderr } = await vtl(["lint", ...args], world);
      return (stdout + stderr).match(/^ +\d+ \| .*$/gm);
    };
    expect(await shown(["api.yaml"], { files: { "api.yaml": API } })).toEqual([
      '   8 |           application/json: "#set($a = 1);\\n"',
      "  10 |             #set($b = 2);",
    ]);
    expect(await shown(["-"], { stdin: BAD })).toEqual(["   1 | #set($a = 1);"]);
    const needless = { "t.vtl": `## vtl-disable-next-line else-if\n${BAD}` };
    expect(await shown(["--fix", "--fix-dry-run"], { files: needless })).toEqual(["   1 | #set($a = 1);"]);
  });

  it("is as wide as the terminal", async () => {
    const world = { files: { "api.yaml": API }, isTTY: true, columns: 60 };
    const { stdout } = await vtl(["lint", "--no-color"], world);
    const lines = stdout.slice(0, stdout.indexOf("✖")).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines[2]).toMatch(/^ {18}\S/);
  });

  it("tells where to read on", async () => {
    const one = await vtl(["lint"], { files: { "t.vtl": BAD } });
    expect(one.stdout).toContain("\n  vtl lint --explain semicolon-after-set tells why, and what to do\n");
    const two = await vtl(["lint"], { files: { "t.vtl": `${BAD}#if($a == null)#end` } });
    expect(two.stdout).toContain("\n  vtl lint --explain RULE tells why");
  });
});

describe("rules", () => {
  it("take levels from the command line", async () => {
    const files = { "t.vtl": BAD };
    expect((await vtl(["lint", "--rule", "semicolon-after-set=off"], { files })).stdout).toBe("");
    expect((await vtl(["lint", "--rule", "semicolon-after-set=error"], { files })).code).toBe(1);
  });

  it("are listed and explained", async () => {
    const { code, stdout } = await vtl(["lint", "--list-rules"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^RULE +LEVEL +SET +FIXES +FINDS\n/);
    expect(stdout).toMatch(/^else-if +error +recommended +unsafe +`#else if`/m);
    const page = (await vtl(["lint", "--explain", "else-if"])).stdout;
    expect(page).toMatch(/^# else-if\n.*## When not to use it/s);
    const narrow = (await vtl(["lint", "--explain", "else-if"], { isTTY: true, columns: 50 })).stdout;
    const prose = narrow
      .replace(/^```.*?^```/gms, "")
      .split("\n")
      .filter((line) => !/^[#|]/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(narrow.match(/^```.*?^```/gms)).toEqual(page.match(/^```.*?^```/gms));
    expect(narrow.split(/\s+/)).toEqual(page.split(/\s+/));
  });
});

describe("the exit status", () => {
  const files = { "t.vtl": `${BAD}$x-` };

  it("depends on --fail-on, --max-warnings and --quiet", async () => {
    const codeOf = async (...args: string[]) => (await vtl(["lint", ...args], { files: { "t.vtl": BAD } })).code;
    expect(await codeOf()).toBe(0);
    expect(await codeOf("--fail-on", "warning")).toBe(1);
    expect(await codeOf("--fail-on", "warn")).toBe(1);
    expect(await codeOf("--fail-on", "info")).toBe(1);
    expect(await codeOf("--max-warnings", "1")).toBe(0);
    expect(await codeOf("--max-warnings", "0")).toBe(1);
    expect(await codeOf("--quiet", "--max-warnings", "0")).toBe(1);
    expect((await vtl(["lint", "--quiet"], { files: { "t.vtl": BAD } })).stdout).toBe("");
  });

  it.each([
    [["--format", "xml"], "there is no format xml"],
    [["--output-file", "x.json"], "--output-file x.json is not of the form format=path"],
    [["--rule", "else-if"], "--rule else-if is not of the form id=level"],
    [["--rule", "nope=error"], "there is no rule nope"],
    [["--rule", "else-if=loud"], "loud is no level"],
    [["--assume", "body"], "--assume body is not of the form name=value"],
    [["--assume", "weather=fine"], "nothing can be assumed of weather"],
    [["--assume", "body=xml"], "body cannot be assumed to be xml"],
    [["--explain", "nope"], "there is no rule nope"],
    [["--explain", "json-ouput"], "did you mean json-output? --list-rules shows them all"],
    [["--rule", "null-litteral=error"], "did you mean null-literal? --list-rules shows them all"],
    [["--max-warnings", "few"], "Expected a count."],
    [["--fail-on", "x"], "Allowed choices are error, warning, info."],
    [["--stdin", "t.vtl"], "--stdin takes no paths"],
    [["--stdin-filename", "t.vtl"], "--stdin-filename needs stdin"],
    [["--update-baseline"], "--update-baseline needs --baseline FILE"],
    [["--prune-baseline"], "--prune-baseline needs --baseline FILE"],
    [["--baseline", "none.json"], "cannot read none.json: no such file"],
    [["--baseline", "package.json"], "package.json:1:1: error: this is no baseline"],
    [["--watch", "--fix"], "--watch does not fix"],
    [["--watch", "--stdin"], "--watch has no file to watch"],
    [["none.vtl"], "no file matches none.vtl"],
  ])("is 2 for %j: %s", async (args, message) => {
    const { code, stdout, stderr } = await vtl(["lint", ...args], {
      files: { ...files, "package.json": "{}" },
      stdin: "",
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("is 0 for unmatched paths on request", async () => {
    expect((await vtl(["lint", "none.vtl", "--no-error-on-unmatched-pattern"])).code).toBe(0);
  });
});

describe("fixes", () => {
  const unsafe = ["lint", "--fix-unsafe"];

  it("are written where the template lives, escaped for it", async () => {
    const { code, stdout, io } = await vtl(unsafe, { files: { "api.yaml": API, "t.vtl": BAD } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(io.text("api.yaml")).toBe(API.replaceAll(");", ")"));
    expect(io.text("t.vtl")).toBe(FIXED);
  });

  it("leave files alone that need none", async () => {
    const { io } = await vtl(unsafe, { files: { "good.vtl": "{}", "t.txt": BAD } });
    expect([io.text("good.vtl"), io.text("t.txt")]).toEqual(["{}", BAD]);
  });

  it("are a patch with --fix-dry-run, and findings go to stderr", async () => {
    const { stdout, stderr, io } = await vtl([...unsafe, "--fix-dry-run"], { files: { "t.vtl": `${BAD}$x-` } });
    expect(stdout).toBe(
      "--- a/t.vtl\n+++ b/t.vtl\n@@ -1,2 +1,2 @@\n-#set($a = 1);\n+#set($a = 1)\n $x-\n\\ No newline at end of file\n",
    );
    expect(stderr).not.toContain("semicolon-after-set");
    expect(io.text("t.vtl")).toBe(`${BAD}$x-`);
  });

  it("of stdin go to stdout", async () => {
    expect((await vtl([...unsafe, "--stdin"], { stdin: BAD })).stdout).toBe(FIXED);
    expect((await vtl([...unsafe, "--stdin"], { stdin: "{}" })).stdout).toBe("{}");
  });
});

describe("what the prover assumes", () => {
  const files = { "t.vtl": `{"a": "$input.params('q')"}` };
  const proofOf = async (world: Readonly<Record<string, string>>, ...args: string[]) => {
    const { stdout } = await vtl(["lint", "--prove", "-f", "json", ...args], { files: world });
    return JSON.parse(stdout).files[0].proofs[0];
  };

  it("is that anything may come, unless the command line says otherwise", async () => {
    expect(await proofOf(files)).toMatchObject({ status: "broken", assumptions: { parameters: "any-text" } });
    expect(await proofOf(files, "--assume", "parameters=word")).toMatchObject({
      status: "proved",
      assumptions: { body: "json", parameters: "word" },
    });
  });

  it("may stand in the configuration, for some files too", async () => {
    const override = { files: ["t.vtl"], assumptions: { parameters: "word" } };
    const configured = {
      ...files,
      "vtl.config.json": JSON.stringify({ assumptions: { body: "any-text" }, overrides: [override] }),
    };
    expect(await proofOf(configured)).toMatchObject({
      status: "proved",
      assumptions: { body: "any-text", parameters: "word" },
    });
    expect((await proofOf(configured, "--assume", "parameters=any-text")).status).toBe("broken");
    const wrong = { ...files, "vtl.config.json": '{"assumptions": {"parameters": "words"}}' };
    const { code, stderr } = await vtl(["lint"], { files: wrong });
    expect(code).toBe(2);
    expect(stderr).toContain("assumptions.parameters is to be any-text or word");
  });

  it("is what the host declares of models and required parameters, which can be ignored", async () => {
    const api = {
      openapi: "3.0.1",
      paths: {
        "/x": {
          post: {
            requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } },
            "x-amazon-apigateway-request-validator": "all",
            "x-amazon-apigateway-integration": {
              type: "aws",
              requestTemplates: { "application/json": '{"n": $input.path("$.count")}' },
            },
          },
        },
      },
      components: {
        schemas: { Order: { type: "object", required: ["count"], properties: { count: { type: "integer" } } } },
      },
    };
    const world = { "api.json": JSON.stringify(api) };
    expect((await proofOf(world)).status).toBe("proved");
    expect(await proofOf(world, "--assume", "models=ignored")).toMatchObject({ status: "broken" });
  });

  it("is that required parameters are there, unless what is declared is ignored", async () => {
    const template = `{"n": 1#if($input.params('n') == ""),#end}`;
    const post = {
      parameters: [{ name: "n", in: "query", required: true, schema: { type: "string" } }],
      "x-amazon-apigateway-integration": { type: "aws", requestTemplates: { "application/json": template } },
    };
    const world = { "api.json": JSON.stringify({ openapi: "3.0.1", paths: { "/x": { post } } }) };
    expect((await proofOf(world)).status).toBe("proved");
    expect(await proofOf(world, "--assume", "models=ignored")).toMatchObject({ status: "broken", effect: "invalid" });
  });
});

describe("the prover", () => {
  const files = {
    "good.vtl": '{"a": $input.json("$.a")}',
    "bad.vtl": '{"a": "$input.params(\'q\')"}',
    "other.vtl": "$input.body is text",
  };

  it("tells of each template whether its output is right for every request", async () => {
    const { code, stdout, stderr } = await vtl(["lint", "--prove", "--rule", "unescaped-param-in-json=off"], { files });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^bad\.vtl\n {2}1:8 {2}error {4}A request can break .* Request: \{"querystring":\{.*\} Output: ".*" Escape it .* {2}json-output\n/,
    );
    expect(stdout).toMatch(/^bad\.vtl:1:1: broken: .*between JSON quotes$/m);
    expect(stdout).toMatch(/^good\.vtl:1:1: proved$/m);
    expect(stderr).toBe("3 files, 3 templates: 1 proved, 1 broken, 0 undecided; 1 with nothing to prove\n");
  });

  it("looks at forms likewise", async () => {
    const form = (value: string) => ({ "t.vtl": `Action=SendMessage&MessageBody=${value}` });
    const bare = ["lint", "--prove", "--rule", "form-body-not-urlencoded=off", "-f", "unix"];
    const { code, stdout } = await vtl(bare, { files: form("$input.body") });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^t\.vtl:1:32: error: .*v&v.* \[form-output\]\nt\.vtl:1:1: broken: /);
    expect((await vtl(bare, { files: form("$util.urlEncode($input.body)") })).stdout).toMatch(/^t\.vtl:1:1: proved\n/);
  });

  it("says which calls can fail where the output is right, with a request for each", async () => {
    const failing = { "t.vtl": '#set($n = 0){"n": "$n.parseInt($input.params(\'n\'))", "x": $input.json("$.x")}' };
    const { code, stdout } = await vtl(["lint", "--prove", "-f", "unix"], { files: failing });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^t\.vtl:1:22: info: This call can fail\. .*NumberFormat.* Request: \{\} \[failing-call\]$/m,
    );
    expect(stdout).toMatch(/^t\.vtl:1:1: proved, but 1 call can fail$/m);
  });

  it("says with a rule what both find, in one place", async () => {
    const { stdout } = await vtl(["lint", "--prove", "-f", "json", "bad.vtl"], { files });
    const [{ messages }] = JSON.parse(stdout).files;
    expect(messages).toMatchObject([{ ruleId: "json-output", severity: "error", fix: { safe: false } }]);
    expect(messages[0].message).toMatch(/Request: .*Escape it:/);
    const suppressed = { "bad.vtl": `## vtl-disable-next-line json-output -- known\n${files["bad.vtl"]}` };
    const rest = JSON.parse((await vtl(["lint", "--prove", "-f", "json"], { files: suppressed })).stdout).files[0];
    expect(rest.messages).toMatchObject([{ ruleId: "unescaped-param-in-json" }]);
  });

  it("calls what breaks a response template an answer", async () => {
    const integration = {
      type: "http",
      responses: { default: { responseTemplates: { "application/json": '{"a": "$input.path(\'$.a\')"}' } } },
    };
    const api = { openapi: "3.0.1", paths: { "/": { get: { "x-amazon-apigateway-integration": integration } } } };
    const { stdout } = await vtl(["lint", "--prove", "-f", "unix"], { files: { "api.json": JSON.stringify(api) } });
    expect(stdout).toMatch(/An answer of the backend can break the JSON output: .* Answer: \{"body":/);
  });

  it("shows the request and the output in every format", async () => {
    const formats = ["stylish", "unix", "json", "github", "sarif", "junit", "checkstyle", "gitlab", "rdjson"];
    for (const format of formats) {
      const { stdout } = await vtl(["lint", "--prove", "-f", format, "bad.vtl"], { files });
      expect(stdout, format).toMatch(/Request: \{.*querystring.*Output: /);
    }
  });

  it("writes requests that break the template when it is rendered", async () => {
    const { stderr, io } = await vtl(["lint", "--witness", "out"], { files });
    expect(stderr).toMatch(/^1 request written to out\n3 files, 3 templates: .*\n$/);
    expect(io.text("out/bad.vtl/1-1.event.json")).toContain('"context": {}');
    const rendered = await vtl(["render", "bad.vtl", "--event", "out/bad.vtl/1-1.event.json", "--check"], {
      files: Object.fromEntries(io.files),
    });
    expect(rendered.code).toBe(1);
    expect(rendered.stderr).toContain("the output is not JSON");
  });

  it("is part of the JSON report, which nothing else is printed into", async () => {
    const { stdout, stderr } = await vtl(["lint", "--prove", "-f", "json", "good.vtl"], { files });
    expect(JSON.parse(stdout).files[0].proofs).toMatchObject([{ line: 1, status: "proved" }]);
    expect(stderr).toBe("good.vtl:1:1: proved\n1 file, 1 template: 1 proved, 0 broken, 0 undecided\n");
  });
});
