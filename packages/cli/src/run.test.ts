import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "./run.js";
import { MemoryIo, vtl } from "./testing/memory-io.js";
import { VERSION } from "./version.js";

describe("vtl", () => {
  it("prints its version, which is the package's", async () => {
    const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(VERSION).toBe(manifest.version);
    expect(await vtl(["--version"])).toMatchObject({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("prints help that begins with examples", async () => {
    for (const args of [["--help"], ["help"], ["-h"]]) {
      const { code, stdout, stderr } = await vtl(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^Examples:\n {2}\$ vtl render /);
      expect(stdout).toMatch(/render +render a mapping template/);
      expect(stdout).toMatch(/compile +write templates/);
    }
  });

  it.each(["render", "compile", "templates", "lint"])("prints the help of %s in both ways", async (name) => {
    const { code, stdout } = await vtl([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n/);
    expect(stdout).toMatch(/Exit status: 0/);
    expect(stdout).toContain("--no-color");
    expect(await vtl(["help", name])).toMatchObject({ code: 0, stdout });
  });

  it("documents every option in docs/cli.md", async () => {
    const page = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
    for (const command of ["render", "compile", "templates", "templates extract", "lint"]) {
      const options =
        (await vtl([...command.split(" "), "--help"])).stdout.match(/(?<=^ +(?:-\w, )?)--[a-z-]+/gm) ?? [];
      expect(options).toContain("--help");
      for (const option of options) expect(page).toContain(`\`${option}`);
    }
  });

  it("without arguments shows the help on stderr and fails", async () => {
    const { code, stdout, stderr } = await vtl([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Examples:/);
  });

  it.each([
    [["help", "lnt"], "error: unknown command 'lnt'\n(Did you mean lint?)\nRun 'vtl --help' for usage.\n"],
    [["rendr", "t.vtl"], "error: unknown command 'rendr'\n(Did you mean render?)\nRun 'vtl --help' for usage.\n"],
    [
      ["render", "--evnt", "e"],
      "error: unknown option '--evnt'\n(Did you mean --event?)\nRun 'vtl render --help' for usage.\n",
    ],
    [["render", "a", "b"], "error: too many arguments for 'render'. Expected 1 argument but got 2."],
    [["render", "--event"], "error: option '--event <file>' argument missing"],
    [["render", "t.vtl", "--dialect", "x"], "argument 'x' is invalid. Allowed choices are apigateway, velocity."],
    [["render", "t.vtl", "--format", "x"], "argument 'x' is invalid. Allowed choices are raw, json."],
    [["compile", "--evnt"], "error: unknown option '--evnt'"],
    [["--nonsense"], "error: unknown option '--nonsense'"],
  ])("%j is a usage error", async (args, message) => {
    const { code, stdout, stderr } = await vtl(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("takes its own options before and after the command", async () => {
    const world = { isTTY: true, env: { TERM: "xterm" } };
    expect((await vtl(["render", "none.vtl"], world)).stderr).toContain("\u001b[31merror");
    expect((await vtl(["--no-color", "render", "none.vtl"], world)).stderr).not.toContain("\u001b");
    expect((await vtl(["render", "none.vtl", "--no-color"], world)).stderr).not.toContain("\u001b");
  });

  it("colours usage errors on a terminal", async () => {
    expect((await vtl(["--nonsense"], { isTTY: true })).stderr).toMatch(/^\u001b\[31merror\u001b\[39m: /);
  });

  it("shows a stack trace with --debug only", async () => {
    expect((await vtl(["render", "none.vtl"])).stderr).toBe("error: cannot read none.vtl: no such file\n");
    expect((await vtl(["render", "none.vtl", "--debug"])).stderr).toMatch(/no such file\n.*\n +at /s);
  });

  it("turns a defect of its own into a message and exit code 2", async () => {
    const broken = new MemoryIo({ files: { "t.vtl": "x" } });
    broken.stdout.write = () => {
      throw new TypeError("boom");
    };
    expect(await run(["render", "t.vtl"], broken)).toBe(2);
    expect(broken.stderr.text).toMatch(/^error: internal error: boom\n {3}= hint: .* report it .* https:\S+\n$/);
  });
});
