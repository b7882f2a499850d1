import { describe, expect, it } from "vitest";
import { vtl } from "../testing/memory-io.js";

const BAD = "#set($a = 1);";
const OFF = '{"rules": {"semicolon-after-set": "off"}}';

async function findings(files: Record<string, string>, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await vtl(["lint", "-f", "unix", ...args], { files });
  expect(stderr).toMatch(/^\d+ files?, .*\n$/);
  return stdout.replace(/: (error|warning|info): .* (\[.*\])$/gm, " $1 $2");
}

describe("the configuration of a file", () => {
  it("is the nearest one over those above, of the current folder too", async () => {
    const files = {
      "../vtl.config.json": OFF,
      "a/t.vtl": BAD,
      "b/vtl.config.yaml": "rules:\n  semicolon-after-set: error\n",
      "b/c/t.vtl": BAD,
    };
    expect(await findings(files)).toBe("b/c/t.vtl:1:13 error [semicolon-after-set]\n");
    expect(await findings(files, "--no-config")).toMatch(/^a\/t.vtl:1:13 warning .*\nb\/c\/t.vtl:1:13 warning .*\n$/);
    expect(await findings(files, "--config", "b/vtl.config.yaml", "a")).toContain("a/t.vtl:1:13 error");
    expect(await findings(files, "--rule", "semicolon-after-set=info", "a")).toContain("a/t.vtl:1:13 info");
  });

  it("is not that of folders above its `root`", async () => {
    const files = { "../vtl.config.json": OFF, "a/vtl.config.json": '{"root": true}', "a/t.vtl": BAD };
    expect(await findings(files)).toBe("a/t.vtl:1:13 warning [semicolon-after-set]\n");
  });

  it("may extend a package that is installed around the project", async () => {
    const files = {
      ".git/HEAD": "",
      "../node_modules/@team/vtl/vtl.config.json": OFF,
      "vtl.config.json": '{"extends": "@team/vtl"} // the rules of the team',
      "t.vtl": BAD,
    };
    expect(await findings(files)).toBe("");
  });

  it("is that of the file that holds the template", async () => {
    const reference =
      'resource "aws_api_gateway_integration" "a" {\n  request_templates = { "a/b" = file("off/t.vtl") }\n}\n';
    expect(await findings({ "main.tf": reference, "off/t.vtl": BAD, "off/vtl.config.json": OFF })).toBe("");
  });

  it("leaves files out, named ones too", async () => {
    const files = { "vtl.config.json": '{"ignorePatterns": ["old/"]}', "old/t.vtl": BAD, "t.vtl": "{}" };
    expect(await findings(files)).toBe("");
    expect(await findings(files, "old/t.vtl")).toBe("");
  });

  it("tells what a template file is for", async () => {
    const override = { files: ["responses/*.vtl"], direction: "response", contentType: "application/json" };
    const files = {
      "vtl.config.json": JSON.stringify({ overrides: [override] }),
      "responses/t.vtl": "{}",
    };
    const { stdout } = await vtl(["lint", "--print-config", "responses/t.vtl"], { files });
    expect(JSON.parse(stdout)).toMatchObject({
      configs: ["/work/project/vtl.config.json"],
      ignored: false,
      direction: "response",
      contentType: "application/json",
      rules: { "semicolon-after-set": ["warning", {}] },
    });
  });

  it.each([
    ["{", "the configuration cannot be used:\n  /work/project/vtl.config.json:1:2: not JSON: "],
    [
      '{"rules":\n {"nope": "off"}}',
      "  /work/project/vtl.config.json:2:11: rules.nope there is no such rule; what proofs and the syntax find has a level of its own",
    ],
    ['{"overrides": [{"files": "x"}]}', "vtl.config.json:1:26: overrides[0].files is to be a list"],
    ['{"overrides": [{}]}', "vtl.config.json:1:16: overrides[0].files is missing"],
    ['{"extends": "./none.json"}', "/work/project/none.json: there is no such file"],
    ["[]", "/work/project/vtl.config.json: is to be an object"],
  ])("is exit code 2 if it cannot be used: %s", async (text, ...messages) => {
    const { code, stdout, stderr } = await vtl(["lint"], { files: { "vtl.config.json": text, "t.vtl": BAD } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const message of messages) expect(stderr).toContain(message);
  });

  it("is part of what a cache depends on", async () => {
    const files = { "a/t.vtl": BAD, "vtl.config.json": '{"rules": {}}' };
    const first = await vtl(["lint", "--cache", "-f", "unix"], { files });
    expect(first.stdout).toMatch(/^a\/t\.vtl:1:13: warning: .* \[semicolon-after-set\]\n$/);
    const cached = Object.fromEntries(first.io.files);
    const lintAgain = (changes: Record<string, string>) =>
      vtl(["lint", "--cache", "-f", "unix"], { files: { ...cached, ...changes } });
    expect((await lintAgain({})).stdout).toBe(first.stdout);
    expect((await lintAgain({ "vtl.config.json": OFF })).stdout).toBe("");
    expect((await lintAgain({ "a/vtl.config.json": OFF })).stdout).toBe("");
  });
});

describe("suppressions", () => {
  it("by comment and by configuration are in the JSON report alone", async () => {
    const files = {
      "a.vtl": `## vtl-disable-next-line semicolon-after-set -- wanted\n${BAD}`,
      "b.vtl": BAD,
      "vtl.config.json": '{"suppressions": [{"rules": ["semicolon-after-set"], "files": ["b.vtl"], "reason": "old"}]}',
    };
    const { stdout } = await vtl(["lint", "-f", "json"], { files });
    const [a, b] = JSON.parse(stdout).files;
    expect([a.messages, b.messages]).toEqual([[], []]);
    expect(a.suppressedMessages[0].suppressions).toEqual([{ kind: "comment", justification: "wanted" }]);
    expect(b.suppressedMessages[0].suppressions).toEqual([{ kind: "config", justification: "old" }]);
  });

  it("count for what the prover finds, and are not unused where it did not look", async () => {
    const template = `{"a": "$input.params('q')"}`;
    const off =
      '{"rules": {"unescaped-param-in-json": "off"}, "suppressions": [{"rules": ["json-output"], "files": ["b.vtl"]}]}';
    const files = {
      "a.vtl": `## vtl-disable-next-line json-output -- only words come here\n${template}`,
      "b.vtl": template,
      "c.vtl": template,
      "vtl.config.json": off,
    };
    expect(await findings(files)).toBe("");
    const { code, stdout } = await vtl(["lint", "--prove", "-f", "json"], { files });
    expect(code).toBe(1);
    const ids = JSON.parse(stdout).files.map(
      (file: { messages: { ruleId: string }[]; suppressedMessages: unknown[] }) => [
        file.messages.map(({ ruleId }) => ruleId),
        file.suppressedMessages.length,
      ],
    );
    expect(ids).toEqual([
      [[], 1],
      [[], 1],
      [["json-output"], 0],
    ]);
    const needless = { "a.vtl": "## vtl-disable-next-line json-output\n{}" };
    const proved = await vtl(["lint", "--prove", "-f", "unix"], { files: needless });
    expect(proved.stdout).toMatch(
      /^a\.vtl:1:1: warning: `json-output` is not reported here.* \[unused-suppression\]\n/,
    );
  });

  it("that switch off nothing are warnings, on request errors", async () => {
    const files = { "t.vtl": "## vtl-disable-next-line semicolon-after-set\n{}" };
    expect(await findings(files)).toMatch(/^t\.vtl:1:\d+ warning \[unused-suppression\]\n$/);
    expect((await vtl(["lint", "--report-unused-disable-directives"], { files })).code).toBe(1);
  });
});
