import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { MemoryIo } from "../../testing/memory-io.js";

const WAITING = /waiting for changes/g;

/** Waits until the program has waited for changes `times` times. */
async function waiting(io: MemoryIo, times: number): Promise<void> {
  await eventually(() => expect(io.stderr.text.match(WAITING)?.length ?? 0).toBe(times));
}

describe("vtl render --watch", () => {
  it("renders again when the template, the event or the expectation changes, until Ctrl-C", async () => {
    const io = new MemoryIo({ files: { "t.vtl": "1$input.body", "e.json": '{"body": "a"}', "x.txt": "1a" } });
    const ended = run(["render", "t.vtl", "--event", "e.json", "--expect", "x.txt", "--watch"], io);
    await waiting(io, 1);
    expect(io.stderr.text).toBe("[rendered; waiting for changes of t.vtl, e.json, x.txt; Ctrl-C ends]\n");
    io.save("t.vtl", "2$input.body");
    await waiting(io, 2);
    io.save("e.json", '{"body": "b"}');
    await waiting(io, 3);
    io.save("x.txt", "2b");
    await waiting(io, 4);
    expect(io.stdout.text).toBe("1a2a2b2b");
    expect(io.stderr.text.match(/\[(rendered|failed)/g)).toEqual(["[rendered", "[failed", "[failed", "[rendered"]);
    io.interrupt();
    expect(await ended).toBe(0);
    expect(io.openHandles).toBe(0);
  });

  it("waits for an unreadable or broken input to become good", async () => {
    const io = new MemoryIo();
    const ended = run(["render", "t.vtl", "-w"], io);
    await waiting(io, 1);
    expect(io.stderr.text).toContain("error: cannot read t.vtl: no such file\n[failed;");
    io.save("t.vtl", "good");
    await waiting(io, 2);
    expect(io.stdout.text).toBe("good");
    io.interrupt();
    expect(await ended).toBe(0);
  });

  it("takes the file events of one save together", async () => {
    const io = new MemoryIo({ files: { "t.vtl": "a" } });
    const ended = run(["render", "t.vtl", "-w"], io);
    await waiting(io, 1);
    for (const text of ["b", "", "c"]) io.save("t.vtl", text);
    await waiting(io, 2);
    io.interrupt();
    await ended;
    expect(io.stdout.text).toBe("ac");
  });

  it("remembers stdin, and keeps documents apart on a screen", async () => {
    const io = new MemoryIo({ files: { "t.vtl": "1$input.body" }, stdin: "x", isTTY: true, env: { NO_COLOR: "1" } });
    const ended = run(["render", "t.vtl", "--body", "-", "-w"], io);
    await waiting(io, 1);
    io.save("t.vtl", "2$input.body");
    await waiting(io, 2);
    io.interrupt();
    await ended;
    expect(io.stdout.text).toBe("1x\n2x\n");
  });

  it("leaves the screen alone when it writes to a file", async () => {
    const io = new MemoryIo({ files: { "t.vtl": "a" }, isTTY: true, env: { NO_COLOR: "1" } });
    const ended = run(["render", "t.vtl", "-o", "out", "-w"], io);
    await waiting(io, 1);
    io.interrupt();
    await ended;
    expect([io.stdout.text, io.text("out")]).toEqual(["", "a"]);
  });

  it("ends on a defect instead of looping", async () => {
    const io = new MemoryIo({ files: { "t.vtl": "a" } });
    io.stdout.write = () => {
      throw new TypeError("boom");
    };
    expect(await run(["render", "t.vtl", "-w"], io)).toBe(2);
    expect(io.openHandles).toBe(0);
  });
});
