import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const files = { "templates/t.vtl": "<$input.body>" };

describe("vtl compile", () => {
  it("writes the module and its source map, each naming the other", async () => {
    const { code, stdout, stderr, io } = await vtl(["compile", "templates/t.vtl", "-o", "out/my t.mjs"], { files });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(io.text("out/my t.mjs")).toMatch(/\n\/\/# sourceMappingURL=my%20t\.mjs\.map\n$/);
    expect(JSON.parse(io.text("out/my t.mjs.map") ?? "")).toMatchObject({
      version: 3,
      sources: ["../templates/t.vtl"],
    });
  });

  it("writes no map on request", async () => {
    const { io } = await vtl(["compile", "templates/t.vtl", "-o", "t.mjs", "--no-source-map"], { files });
    expect([...io.files.keys()]).toEqual(["templates/t.vtl", "t.mjs"]);
    expect(io.text("t.mjs")).not.toContain("sourceMappingURL");
  });

  it("prints the module without -o, from a file, stdin or the command line", async () => {
    const fromFile = await vtl(["compile", "templates/t.vtl"], { files });
    expect(fromFile).toMatchObject({ code: 0, stderr: "" });
    expect(fromFile.stdout).toContain("export");
    expect((await vtl(["compile", "-"], { stdin: "<$input.body>" })).code).toBe(0);
    expect((await vtl(["compile", "--inline", "<$input.body>", "-o", "-"])).code).toBe(0);
    expect([...fromFile.io.files.keys()]).toEqual(Object.keys(files));
  });

  it("shows a syntax error and writes nothing", async () => {
    const { code, stdout, stderr, io } = await vtl(["compile", "--inline", "#if($x)", "-o", "t.mjs"]);
    expect({ code, stdout, files: io.files.size }).toEqual({ code: 1, stdout: "", files: 0 });
    expect(stderr).toMatch(/^<inline>:1:\d+: error\[/);
  });

  it.each([
    [[], "no template given"],
    [["a.vtl", "--inline", "x"], "both a template file"],
    [["none.vtl"], "cannot read none.vtl: no such file"],
    [["templates/t.vtl", "-o", "missing/t.mjs"], "cannot write missing/t.mjs: no such file"],
  ])("%j is exit code 2: %s", async (args, message) => {
    const { code, stderr } = await vtl(["compile", ...args], { files });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
