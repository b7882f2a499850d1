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

  describe("--out-dir", () => {
    const project = {
      "api/get/item.vtl": "$input.path('$.a').trim()",
      "api/put/item.vtl": "#foreach($i in $input.path('$'))$i.name;#end",
    };
    const paths = Object.keys(project);

    it("writes the templates as they lie in their folder, and says that they have no side effects", async () => {
      const { code, stdout, stderr, io } = await vtl(["compile", ...paths, "--out-dir", "out"], { files: project });
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
      const written = [...io.files.keys()].filter((path) => path.startsWith("out/"));
      const modules = ["out/get/item.mjs", "out/put/item.mjs"];
      expect(written.sort()).toEqual([...modules, ...modules.map((path) => `${path}.map`), "out/package.json"].sort());
      expect(JSON.parse(io.text("out/package.json") ?? "")).toMatchObject({ sideEffects: false });
      expect(JSON.parse(io.text("out/get/item.mjs.map") ?? "").sources).toEqual(["../../api/get/item.vtl"]);
    });

    it.each([
      ["esm", "mjs", 'from "../runtime.mjs";'],
      ["cjs", "cjs", 'require("../runtime.cjs");'],
    ])("writes one runtime for all with --bundle=runtime, as %s", async (format, extension, imported) => {
      const args = ["compile", ...paths, "--out-dir", "out", "--bundle=runtime", "--module", format, "--no-source-map"];
      const { code, io } = await vtl(args, { files: project });
      expect(code).toBe(0);
      const item = io.text(`out/put/item.${extension}`) ?? "";
      expect(item).toContain(imported);
      expect(item.length).toBeLessThan(1500);
      expect((io.text(`out/runtime.${extension}`) ?? "").length).toBeGreaterThan(5000);
    });

    it("shows the errors of all templates and writes nothing", async () => {
      const broken = { ...project, "api/a.vtl": "#if($x)", "api/b.vtl": "#if($y)" };
      const args = ["compile", ...Object.keys(broken), "--out-dir", "out"];
      const { code, stderr, io } = await vtl(args, { files: broken });
      expect({ code, files: io.files.size }).toEqual({ code: 1, files: 4 });
      expect(stderr).toMatch(/api\/a\.vtl:1[\s\S]*api\/b\.vtl:1/);
    });

    it.each([
      [["a.vtl", "a.vm"], "two files would be out/a.mjs"],
      [["runtime.vtl", "--bundle=runtime"], "two files would be out/runtime.mjs"],
      [["-"], "takes its names from template files"],
      [[], "no template given"],
    ])("refuses %j: %s", async (args, message) => {
      const texts = { "a.vtl": "x", "a.vm": "x", "runtime.vtl": "x" };
      const { code, stderr } = await vtl(["compile", "--out-dir", "out", ...args], { files: texts });
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    });
  });

  it.each([
    [[], "no template given"],
    [["a.vtl", "b.vtl"], "name a folder for them: --out-dir DIR"],
    [["a.vtl", "--bundle=runtime"], "name a folder for them: --out-dir DIR"],
    [["a.vtl", "--inline", "x"], "both a template file"],
    [["none.vtl"], "cannot read none.vtl: no such file"],
    [["templates/t.vtl", "-o", "read-only/t.mjs"], "cannot write read-only/t.mjs: permission denied"],
  ])("%j is exit code 2: %s", async (args, message) => {
    const { code, stderr } = await vtl(["compile", ...args], { files });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
