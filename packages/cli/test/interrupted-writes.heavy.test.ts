import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { type FSWatcher, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** The built program as npm installs it; `npm run build` makes it. */
const BIN = fileURLToPath(new URL("../bin/vtl.js", import.meta.url));

const FILES = 60;
/** Spread over the writes; `VTL_KILLS=50` looks closer and takes two minutes. */
const KILLS = Number(process.env.VTL_KILLS ?? 12);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-kill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;

const NAMES = Array.from({ length: FILES }, (_, index) => `t${index}.vtl`);
const textsOf = (text: string): Texts => Object.fromEntries(NAMES.map((name) => [name, text]));

const LARGE = "x".repeat(4_000_000);

/** An API with 60 templates. */
function apiOf(word: string): string {
  const paths = NAMES.map((name) => {
    const integration = {
      type: "mock",
      requestTemplates: { "application/json": `{"statusCode": 200, "x": "${word}"}` },
    };
    return [`/${name}`, { get: { "x-amazon-apigateway-integration": integration } }];
  });
  return JSON.stringify({ openapi: "3.0.1", paths: Object.fromEntries(paths) });
}

interface Writing {
  readonly args: readonly string[];
  /** What is in the folder before. */
  readonly files: Texts;
  /** What changes before the command runs again, where its first run is a part of what is there. */
  readonly later?: Texts;
  /** Where it writes. */
  readonly into: string;
}

const COMMANDS: Readonly<Record<string, Writing>> = {
  "lint --fix": { args: ["lint", "--fix"], files: textsOf('{"a": $input.json("$.a"),}\n'), into: "." },
  "format --write": { args: ["format", "--write"], files: textsOf('{"a":$input.json("$.a")}\n'), into: "." },
  "render --update": {
    args: ["render", "t.vtl", "--expect", "expected.txt", "--update"],
    files: { "t.vtl": `new ${LARGE}`, "expected.txt": `old ${LARGE}` },
    into: ".",
  },
  "templates extract": {
    args: ["templates", "extract", "api.json", "--out", "out"],
    files: { "api.json": apiOf("old") },
    later: { "api.json": apiOf("new") },
    into: "out/api.json",
  },
};

function put(texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
}

/** All that is in the folder; what a killed run has left unfinished belongs to nobody. */
function read(): Texts {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.vtl-\w+\.tmp$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function reset(texts: Texts): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".tmp") || (!(path in texts) && path.endsWith(".vtl"))) rmSync(join(folder, path));
  }
  put(texts);
}

/** Runs the program, and kills it when so many things have happened to the files; tells how many did. */
async function run(args: readonly string[], into: string, killAt = Number.POSITIVE_INFINITY): Promise<number> {
  let events = 0;
  const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: "ignore" });
  const exit = once(child, "exit");
  const watcher: FSWatcher = watch(join(folder, into), () => {
    if (++events === killAt) child.kill("SIGKILL");
  });
  await exit;
  // What happened until then is told in turn.
  await new Promise(setImmediate);
  watcher.close();
  return events;
}

describe.each(Object.entries(COMMANDS))("vtl %s killed while it writes", (_name, { args, files, later, into }) => {
  it(`leaves every file whole, old or new (${KILLS} kills)`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
    put(files);
    if (later !== undefined) {
      await run(args, ".");
      put(later);
    }
    const old = read();
    const events = await run(args, into);
    const now = read();
    const written = Object.keys(now).filter((path) => now[path] !== old[path]);
    expect(written.length).toBeGreaterThanOrEqual(args[0] === "render" ? 1 : FILES);
    let inTheMiddle = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      reset(old);
      await run(args, into, Math.ceil((kill * events) / (KILLS + 1)));
      const left = read();
      expect(Object.keys(now).filter((path) => left[path] !== old[path] && left[path] !== now[path])).toEqual([]);
      const isNew = written.filter((path) => left[path] === now[path]).length;
      if (isNew < written.length && (isNew > 0 || written.length === 1)) inTheMiddle++;
    }
    // Else nothing was shown.
    expect(inTheMiddle).toBeGreaterThan(KILLS / 2);
    await run(args, into);
    expect(read()).toEqual(now);
  });
});

/** A file system of 1 MB; `undefined` where this user may not mount one. */
function smallDisk(): string | undefined {
  const place = mkdtempSync(join(tmpdir(), "vtl-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place], { stdio: "ignore" });
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
}

describe("vtl on a full disk", () => {
  const disk = smallDisk();
  if (disk === undefined) console.warn("not tested: a full disk, since only root may mount a small one");

  it.runIf(disk !== undefined)("leaves every file whole, names the reason and ends with 2", async () => {
    const place = disk!;
    try {
      const old = textsOf(`{"a":${"1".repeat(8000)}}\n`);
      for (const [name, text] of Object.entries(old)) writeFileSync(join(place, name), text);
      const block = Buffer.alloc(4096, 1);
      const fill = (number: number): boolean => {
        try {
          writeFileSync(join(place, `full${number}`), block);
          return true;
        } catch {
          return false;
        }
      };
      for (let number = 0; fill(number); number++);
      const child = spawn(process.execPath, [BIN, "format", "--write"], { cwd: place });
      let stderr = "";
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      const [code] = await once(child, "close");
      expect(code).toBe(2);
      expect(stderr).toContain("cannot write t0.vtl: the disk is full");
      expect(NAMES.filter((name) => readFileSync(join(place, name), "utf8") !== old[name])).toEqual([]);
      expect(readdirSync(place).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    } finally {
      execFileSync("umount", [place]);
      rmSync(place, { recursive: true });
    }
  });
});
