import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileChangedError } from "./file-changed.js";
import { replaceFile } from "./replace-file.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-replace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = (name: string): string => readFileSync(at(name), "utf8");

/** A save that comes when the draft has been written, as soon as it can be seen. */
async function whileWriting(change: () => void, write: Promise<void>): Promise<unknown> {
  const outcome = write.then(
    () => undefined,
    (error: unknown) => error,
  );
  while (!readdirSync(folder).some((name) => name.endsWith(".tmp"))) await new Promise(setImmediate);
  change();
  return outcome;
}

describe("replacing a file", () => {
  it("makes it, or puts the new content in its place, and leaves nothing else", async () => {
    await replaceFile(at("a.vtl"), bytes("one"));
    expect(textOf("a.vtl")).toBe("one");
    await replaceFile(at("a.vtl"), bytes("two"), bytes("one"));
    expect(textOf("a.vtl")).toBe("two");
    expect(readdirSync(folder)).toEqual(["a.vtl"]);
  });

  it("never changes the file that whoever is reading has open", async () => {
    writeFileSync(at("a.vtl"), "old");
    const before = statSync(at("a.vtl")).ino;
    await replaceFile(at("a.vtl"), bytes("new"));
    expect(statSync(at("a.vtl")).ino).not.toBe(before);
  });

  it("keeps its mode", async () => {
    writeFileSync(at("run.vtl"), "old");
    chmodSync(at("run.vtl"), 0o750);
    await replaceFile(at("run.vtl"), bytes("new"));
    expect(statSync(at("run.vtl")).mode & 0o7777).toBe(0o750);
  });

  it.skipIf(process.getuid?.() !== 0)("keeps its owner, where the user may give files away", async () => {
    const { chownSync } = await import("node:fs");
    writeFileSync(at("a.vtl"), "old");
    chownSync(at("a.vtl"), 12_345, 23_456);
    await replaceFile(at("a.vtl"), bytes("new"));
    expect(statSync(at("a.vtl"))).toMatchObject({ uid: 12_345, gid: 23_456 });
  });

  it("keeps a symbolic link, and replaces what it leads to", async () => {
    mkdirSync(at("real"));
    writeFileSync(at("real/a.vtl"), "old");
    symlinkSync("real/a.vtl", at("link.vtl"));
    symlinkSync("link.vtl", at("second.vtl"));
    await replaceFile(at("second.vtl"), bytes("new"), bytes("old"));
    expect(lstatSync(at("second.vtl")).isSymbolicLink()).toBe(true);
    expect(lstatSync(at("link.vtl")).isSymbolicLink()).toBe(true);
    expect(textOf("real/a.vtl")).toBe("new");
  });

  it("makes the file that a link leads to", async () => {
    mkdirSync(at("real"));
    symlinkSync("real/a.vtl", at("link.vtl"));
    await replaceFile(at("link.vtl"), bytes("new"));
    expect(lstatSync(at("link.vtl")).isSymbolicLink()).toBe(true);
    expect(textOf("real/a.vtl")).toBe("new");
  });

  it("leaves the old content to its other hard links", async () => {
    writeFileSync(at("a.vtl"), "old");
    linkSync(at("a.vtl"), at("b.vtl"));
    await replaceFile(at("a.vtl"), bytes("new"));
    expect([textOf("a.vtl"), textOf("b.vtl")]).toEqual(["new", "old"]);
  });

  it("refuses a folder and a link that leads to itself", async () => {
    mkdirSync(at("folder"));
    symlinkSync("loop", at("loop"));
    await expect(replaceFile(at("folder"), bytes("x"))).rejects.toMatchObject({ code: "EISDIR" });
    await expect(replaceFile(at("loop"), bytes("x"))).rejects.toMatchObject({ code: "ELOOP" });
    await expect(replaceFile(at("none/a.vtl"), bytes("x"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("replacing a file only if it holds what is expected", () => {
  it.each<[string, () => void]>([
    ["is saved in place", () => writeFileSync(at("a.vtl"), "saved")],
    [
      "is saved by renaming",
      () => {
        unlinkSync(at("a.vtl"));
        writeFileSync(at("a.vtl"), "saved");
      },
    ],
    ["is removed", () => unlinkSync(at("a.vtl"))],
    [
      "becomes a folder",
      () => {
        unlinkSync(at("a.vtl"));
        mkdirSync(at("a.vtl"));
      },
    ],
    [
      "becomes a link to the same text elsewhere",
      () => {
        unlinkSync(at("a.vtl"));
        writeFileSync(at("elsewhere"), "old");
        symlinkSync("elsewhere", at("a.vtl"));
      },
    ],
  ])("leaves it as it is when it %s meanwhile", async (_case, change) => {
    writeFileSync(at("a.vtl"), "old");
    const outcome = await whileWriting(change, replaceFile(at("a.vtl"), bytes("new"), bytes("old")));
    expect(outcome).toBeInstanceOf(FileChangedError);
    const saved = lstatSync(at("a.vtl"), { throwIfNoEntry: false })?.isFile() ? textOf("a.vtl") : undefined;
    expect(saved).not.toBe("new");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("leaves a file that appears where none was expected", async () => {
    const outcome = await whileWriting(
      () => writeFileSync(at("a.vtl"), "somebody's"),
      replaceFile(at("a.vtl"), bytes("new"), "absent"),
    );
    expect(outcome).toBeInstanceOf(FileChangedError);
    expect(textOf("a.vtl")).toBe("somebody's");
  });

  it("lets one of several writers win, and tells the others", async () => {
    writeFileSync(at("a.vtl"), "old");
    const writers = ["one", "two", "three", "four"];
    const outcomes = await Promise.allSettled(
      writers.map((text) => replaceFile(at("a.vtl"), bytes(text), bytes("old"))),
    );
    const winners = writers.filter((_, index) => outcomes[index]?.status === "fulfilled");
    expect(winners).toEqual([textOf("a.vtl")]);
    expect(readdirSync(folder)).toEqual(["a.vtl"]);
  });

  it("takes over what a killed run has left", async () => {
    writeFileSync(at("a.vtl"), "old");
    let draft = "";
    const see = () => {
      [draft = ""] = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
    };
    await whileWriting(see, replaceFile(at("a.vtl"), bytes("new"), bytes("old")));
    writeFileSync(at(draft), "half of");
    utimesSync(at(draft), 0, 0);
    await replaceFile(at("a.vtl"), bytes("newer"), bytes("new"));
    expect(readdirSync(folder)).toEqual(["a.vtl"]);
    expect(textOf("a.vtl")).toBe("newer");
  });
});
