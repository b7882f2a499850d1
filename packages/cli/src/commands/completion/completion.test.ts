import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";
import { COMMANDS } from "../registry.js";

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout } = await vtl(["completion", shell]);
  expect(code).toBe(0);
  return stdout;
}

describe("vtl completion bash", () => {
  let script: string;
  beforeAll(async () => {
    script = await scriptFor("bash");
  });

  /** What bash offers for a command line, whose last word is being typed. */
  function offered(...words: readonly string[]): string[] {
    const line = words.map((word) => `'${word}'`).join(" ");
    const program = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _vtl; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", program], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.split("\n").filter((word) => word !== "");
  }

  it("completes the commands", () => {
    expect(offered("vtl", "")).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
    expect(offered("vtl", "ren")).toEqual(["render"]);
  });

  it("completes the options of the command", () => {
    expect(offered("vtl", "lint", "--pro")).toEqual(["--prove"]);
    expect(offered("vtl", "format", "--pro")).toEqual([]);
  });

  it("completes the values that an option may have", () => {
    expect(offered("vtl", "completion", "--no-co")).toEqual([]);
    expect(offered("vtl", "render", "--dialect", "vel")).toEqual(["velocity"]);
  });

  it("completes the words that may follow a command", () => {
    expect(offered("vtl", "completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(offered("vtl", "event", "")).toEqual(["from-log"]);
    expect(offered("vtl", "event", "from-log", "--a")).toEqual(["--as"]);
    expect(offered("vtl", "lint", "--fail-on", "")).toEqual(["error", "warning", "info"]);
  });

  it("completes files for everything else", () => {
    expect(offered("vtl", "render", "pack")).toEqual(expect.arrayContaining(["packages", "package.json"]));
  });
});

describe.each(["zsh", "fish"])("vtl completion %s", (shell) => {
  it("names every command and every option", async () => {
    const script = await scriptFor(shell);
    for (const { name } of COMMANDS) expect(script).toContain(name);
    expect(script).toContain(shell === "zsh" ? "--prove[" : "-l prove ");
  });
});

it("names the shells that it knows", async () => {
  const { code, stderr } = await vtl(["completion", "tcsh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish");
});
