import { eventually } from "@apigw-vtl/test-support";
import { expect, it } from "vitest";
import { run } from "../../run.js";
import { MemoryIo } from "../../testing/memory-io.js";

async function waiting(io: MemoryIo, times: number): Promise<void> {
  const count = () => io.stderr.text.match(/waiting for changes/g)?.length ?? 0;
  await eventually(() => expect(count()).toBe(times));
}

it("checks again when a file changes or appears, until Ctrl-C", async () => {
  const io = new MemoryIo({ files: { "x/t.vtl": "{}" } });
  const ended = run(["lint", "--watch", "-f", "unix"], io);
  await waiting(io, 1);
  expect(io.stderr.text).toBe("1 file, 1 template\n[checked; waiting for changes of templates; Ctrl-C ends]\n");
  io.save("x/t.vtl", "#if($a == null)#end");
  await waiting(io, 2);
  expect(io.stderr.text).toContain("[failed; waiting");
  io.save("x/new.vtl", "#if($b == null)#end");
  await waiting(io, 3);
  expect(io.stdout.text.match(/^x\/new\.vtl:/gm)).toHaveLength(1);
  io.save("top.vtl", "{}");
  await waiting(io, 4);
  io.interrupt();
  expect(await ended).toBe(0);
  expect(io.openHandles).toBe(0);
});

it("checks again when a folder appears, and what is in it from then on", async () => {
  const io = new MemoryIo({ files: { "t.vtl": "{}", ".gitignore": "out\n" } });
  const ended = run(["lint", "--watch", "-f", "unix"], io);
  await waiting(io, 1);
  io.save("new.d/a.txt", "");
  await waiting(io, 2);
  io.save("new.d/n.vtl", "#if($b == null)#end");
  await waiting(io, 3);
  expect(io.stdout.text).toContain("new.d/n.vtl:1:");
  io.interrupt();
  expect(await ended).toBe(0);
  expect(io.openHandles).toBe(0);
});

it("does not wake on what it writes itself, nor on files that hold no templates", async () => {
  const io = new MemoryIo({ files: { "t.vtl": "{}" } });
  const ended = run(["lint", "--watch", "--output-file", "json=./report.json", "--cache"], io);
  await waiting(io, 1);
  for (const path of ["report.json", ".vtlcache", "notes.txt"]) io.save(path, "");
  io.save("t.vtl", "[]");
  await waiting(io, 2);
  io.interrupt();
  expect(await ended).toBe(0);
});
