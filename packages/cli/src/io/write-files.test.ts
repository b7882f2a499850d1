import { describe, expect, it } from "vitest";
import { type MemoryIo, vtl } from "../testing/memory-io.js";

/** Each command that edits files, with three of them that it edits. */
const COMMANDS: readonly (readonly [command: string, args: readonly string[], text: string])[] = [
  ["lint --fix", ["lint", "--fix"], `{"a": $input.json("$.a"),}\n`],
  ["format --write", ["format", "--write"], '{"a":1}\n'],
];

const saveOf =
  (saved: string, text: string) =>
  (path: string, io: MemoryIo): void => {
    if (path === saved) io.save(path, text);
  };

describe.each(COMMANDS)("vtl %s", (_name, args, text) => {
  const files = { "a.vtl": text, "b.vtl": text, "c.vtl": text };

  it("leaves a file alone that was saved meanwhile, names it, writes the others, and ends with 1", async () => {
    const saved = `## my work of an hour\n${text}`;
    const { code, stderr, io } = await vtl(args, { files, beforeWrite: saveOf("b.vtl", saved) });
    expect(code).toBe(1);
    expect(stderr).toContain("b.vtl has changed meanwhile and is left as it is");
    expect(stderr).toContain("run the command again");
    expect(io.text("b.vtl")).toBe(saved);
    expect(io.text("a.vtl")).not.toBe(text);
    expect(io.text("c.vtl")).toBe(io.text("a.vtl"));
    const again = await vtl(args, { files: Object.fromEntries(io.files) });
    expect(again.stderr).not.toContain("meanwhile");
    expect(again.io.text("b.vtl")).toBe(`## my work of an hour\n${io.text("a.vtl")}`);
  });

  it("leaves a file removed that was removed meanwhile", async () => {
    const remove = (path: string, io: MemoryIo) => path === "b.vtl" && io.files.delete(path);
    const { code, stderr, io } = await vtl(args, { files, beforeWrite: remove });
    expect({ code, there: io.files.has("b.vtl") }).toEqual({ code: 1, there: false });
    expect(stderr).toContain("b.vtl has changed meanwhile");
  });

  it("reports a file that cannot be written, goes on with the others, and ends with 2", async () => {
    const { code, stderr, io } = await vtl(args, { files: { "read-only/a.vtl": text, "z.vtl": text } });
    expect(code).toBe(2);
    expect(stderr).toContain("cannot write read-only/a.vtl: permission denied");
    expect(io.text("read-only/a.vtl")).toBe(text);
    expect(io.text("z.vtl")).not.toBe(text);
  });
});

describe("vtl format --write", () => {
  it("lists the files that it wrote, and no others", async () => {
    const files = { "a.vtl": '{"a":1}\n', "b.vtl": '{"b":1}\n' };
    const reply = await vtl(["format", "--write"], { files, beforeWrite: saveOf("a.vtl", "mine") });
    expect(reply).toMatchObject({ code: 1, stdout: "b.vtl\n" });
    expect(reply.stderr).toMatch(/^1 file formatted$/m);
  });
});

describe("vtl render --update", () => {
  it("leaves an expectation alone that was saved meanwhile", async () => {
    const files = { "t.vtl": "new", "e.txt": "old" };
    const args = ["render", "t.vtl", "--expect", "e.txt", "--update"];
    const { code, stderr, io } = await vtl(args, { files, beforeWrite: saveOf("e.txt", "mine") });
    expect(code).toBe(1);
    expect(stderr).toContain("e.txt has changed meanwhile");
    expect(io.text("e.txt")).toBe("mine");
  });
});
