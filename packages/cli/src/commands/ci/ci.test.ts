import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

describe("vtl ci", () => {
  it("finds, proves and looks at the layout, each also where another failed", async () => {
    const files = { "a.vtl": `{"a":"$input.params('q')"}`, "b.vtl": "{}\n" };
    const { code, stdout, stderr, io } = await vtl(["ci", "--output-file", "junit=vtl.xml"], { files });
    expect(code).toBe(1);
    expect(stdout).toContain("a.vtl:1:1: broken:");
    expect(stdout).toContain("no tests");
    expect(stderr).toContain("a.vtl: not formatted\n1 file to format: vtl format --write does it\n");
    expect(stderr).toMatch(/vtl ci: failed \(findings, layout\)\n$/);
    expect(io.text("vtl.xml")).toContain("json-output");
    const passing = await vtl(["ci", "b.vtl"], { files });
    expect(passing.code).toBe(0);
    expect(passing.stderr).toMatch(/vtl ci: passed\n$/);
    const tested = { "b.vtl": "{}\n", "b.vtl.test.yaml": "cases: [{ name: empty, expect: { output: other } }]\n" };
    expect((await vtl(["ci"], { files: tested })).code).toBe(1);
    expect((await vtl(["ci", "b.vtl", "--fail-on", "never"], { files })).code).toBe(2);
  });

  it("says once what could not be read", async () => {
    const { stdout, stderr } = await vtl(["ci"], {
      files: { "broken.json": '{"requestTemplates": {', "b.vtl": "{}\n" },
    });
    expect(stdout.match(/not valid JSON/g)).toHaveLength(1);
    expect(stderr).not.toContain("broken.json");
  });

  it("gives stdout to a report that machines read", async () => {
    const files = { "a.vtl": '{"a"  : 1}', "a.vtl.test.yaml": "cases: [{ name: empty, expect: { output: other } }]\n" };
    const { stdout, stderr } = await vtl(["ci", "-f", "json"], { files });
    expect(JSON.parse(stdout)).toBeDefined();
    expect(stderr).toContain("1 failed");
  });

  it("shows GitHub which files are not formatted", async () => {
    const { stderr } = await vtl(["ci"], { files: { "a.vtl": '{"a"  : 1}' }, env: { GITHUB_ACTIONS: "true" } });
    expect(stderr).toContain("::error file=a.vtl,title=format::");
  });

  it("reads files alone", async () => {
    const { code, stderr } = await vtl(["ci", "-"], { stdin: "{}" });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("vtl lint - reads stdin") });
  });
});
