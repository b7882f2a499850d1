import { describe, expect, it } from "vitest";
import { commandOutline, type OutlinedCommand } from "../../options/command-outline.js";
import { createProgram } from "../../program.js";
import { paletteFor } from "../../terminal/palette.js";
import { Reporter } from "../../terminal/reporter.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";
import { allOptions, optionsTable } from "./options-table.js";

/** The program with all its commands. */
async function outline(): Promise<OutlinedCommand> {
  const io = new MemoryIo();
  const stdoutPalette = paletteFor(false);
  const reporter = new Reporter(io.stderr, stdoutPalette);
  return commandOutline(await createProgram(["man"], { io, reporter, stdoutPalette, exit: () => {} }));
}

/** Names that do in each command what it is for: print its results, check them, explain them. */
const BY_COMMAND: ReadonlySet<string> = new Set(["--format", "--check", "--explain"]);

describe("the options of all commands", () => {
  it("are a page of the documentation (`npx vitest run packages/cli/src/commands/man -u` writes it)", async () => {
    const page = `# All options

Every option of every command, in the order of their names. \`vtl man\` and \`vtl COMMAND --help\` have the same from the same
source; what they mean in detail is in [the command line](cli.md). Three names do in each command what it is for:
\`--format\` prints, \`--check\` checks and \`--explain\` explains its results.

${optionsTable(await outline())}`;
    await expect(page).toMatchFileSnapshot("../../../../../docs/options.md");
  });

  it("have one alias and one kind of value for a name, and one meaning", async () => {
    const meanings = new Map<string, Set<string>>();
    for (const { option } of allOptions(await outline())) {
      const { names, value, description } = option;
      const [long = ""] = names;
      const kind = JSON.stringify(BY_COMMAND.has(long) ? names : [names, value?.placeholder, description]);
      meanings.set(long, (meanings.get(long) ?? new Set()).add(kind));
    }
    const different = [...meanings].filter(([, kinds]) => kinds.size > 1);
    expect(different.map(([name, kinds]) => [name, ...kinds])).toEqual([]);
  });

  it("have short names that mean one thing", async () => {
    const long = new Map<string, string>();
    for (const { option } of allOptions(await outline())) {
      const [name = "", short] = option.names;
      if (short === undefined) continue;
      expect(long.get(short) ?? name, short).toBe(name);
      long.set(short, name);
    }
  });
});

describe("vtl man", () => {
  it("has every command and option, in the macros of man", async () => {
    const { code, stdout } = await vtl(["man"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\.TH VTL 1 /);
    const plain = stdout.replaceAll("\\-", "-");
    for (const { option } of allOptions(await outline())) {
      for (const name of option.names) expect(plain).toContain(`\\fB${name}\\fR`);
    }
    expect(plain).toContain("\n.SS vtl templates extract [options] [paths...]\n");
    const requests = new Set(["TH", "SH", "SS", "TP", "B", "br"]);
    for (const [, request] of stdout.matchAll(/^\.(\w*)/gm)) expect(requests).toContain(request);
  });
});
