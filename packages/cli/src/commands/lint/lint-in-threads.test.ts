import { describe, expect, it } from "vitest";
import type { SelectedFile } from "../../files/find-files.js";
import type { TaskWorker } from "../../io/io.js";
import { run } from "../../run.js";
import { MemoryIo } from "../../testing/memory-io.js";
import { type LinterSettings, type LintOutcome, ProjectLinter } from "./project-linter.js";

const FILES = Object.fromEntries(
  Array.from({ length: 100 }, (_, i) => [`${i}.vtl`, i % 3 === 0 ? `{"a": $input.params('q${i}')}` : "{}"]),
);

/** As much as happens in the meantime. */
const turnsOfTheLoop = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** A world with two threads, which work as those of the program do; `fail` makes one of them break at a file. */
function threadedIo(fail?: string) {
  const threads = { started: 0, closed: 0, batches: 0 };
  const startWorker = (_module: string, settings: unknown): TaskWorker => {
    const linter = new ProjectLinter(settings as LinterSettings, io);
    const slow = threads.started++ % 2 === 0;
    return {
      run: async (task) => {
        const files = task as readonly SelectedFile[];
        threads.batches++;
        if (files.some(({ path }) => path === fail)) throw new Error("the thread broke");
        const outcomes: LintOutcome[] = [];
        for (const file of files) outcomes.push(await linter.lint(file));
        if (slow) await turnsOfTheLoop(50);
        return structuredClone(outcomes);
      },
      close: () => {
        threads.closed++;
      },
    };
  };
  const io: MemoryIo = Object.assign(new MemoryIo({ files: FILES }), { parallelism: 2, startWorker });
  return { io, threads };
}

describe("threads", () => {
  it("prove many files with the result of one thread, in their order", async () => {
    const { io, threads } = threadedIo();
    const code = await run(["lint", "--prove", "-f", "json"], io);
    const alone = new MemoryIo({ files: FILES });
    expect(await run(["lint", "--prove", "-f", "json"], alone)).toBe(code);
    expect(io.stdout.text).toBe(alone.stdout.text);
    expect(threads).toEqual({ started: 2, closed: 2, batches: Math.ceil(100 / 8) });
  });

  it("stop when one breaks, which is an internal error", async () => {
    const { io, threads } = threadedIo("0.vtl");
    expect(await run(["lint", "--prove"], io)).toBe(2);
    expect(io.stderr.text).toContain("internal error: the thread broke");
    await turnsOfTheLoop(500);
    expect(threads).toMatchObject({ closed: 2, batches: 2 });
  });

  it("are not started for a few files, nor for fixes", async () => {
    for (const args of [["lint"], ["lint", "--prove", "1*.vtl"], ["lint", "--prove", "--fix-unsafe"]]) {
      const { io, threads } = threadedIo();
      if (args.includes("--fix-unsafe")) io.save("bad.vtl", "#set($a = 1);");
      await run(args, io);
      expect(threads.started, args.join(" ")).toBe(0);
    }
  });
});

describe("the progress of a long run", () => {
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`${i}.vtl`, "{}"]));

  it("is a line on a terminal, which is gone at the end", async () => {
    const io = new MemoryIo({ files: many, isTTY: true });
    await run(["lint"], io);
    expect(io.stderr.text).toMatch(/^(?:\r\d+\/900 files)+\r\u001b\[K900 files, 900 templates\n$/);
    expect(io.stdout.text).toBe("");
  });

  it("is not told to a pipe, nor of a short run", async () => {
    for (const world of [{ files: many }, { files: { "t.vtl": "{}" }, isTTY: true }]) {
      const io = new MemoryIo(world);
      await run(["lint"], io);
      expect(io.stderr.text).toMatch(/^\d+ files?, \d+ templates?\n$/);
    }
  });
});
