import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import {
  type OutsideReference,
  OutsideWorld,
  outsideReferences,
  SECRET,
  terraformTemplate,
  unreadableFiles,
} from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vtlOnDisk } from "../testing/disk-io.js";

let world: OutsideWorld;
beforeEach(() => {
  world = new OutsideWorld();
});
afterEach(() => world[Symbol.dispose]());

const at = (path: string): string => world.at(path);
const put = (files: Readonly<Record<string, string>>): void => world.put(files);

type ArgsFor = (api: string, file: string) => readonly string[];

const COMMANDS: readonly (readonly [name: string, argsFor: ArgsFor])[] = [
  ["lint", () => ["lint", at("repo"), "--format", "json"]],
  ["lint --fix-unsafe", () => ["lint", at("repo"), "--fix-unsafe"]],
  ["lint --fix-unsafe --fix-dry-run", () => ["lint", at("repo"), "--fix-unsafe", "--fix-dry-run"]],
  ["templates", () => ["templates", at("repo"), "--format", "json"]],
  ["templates extract", () => ["templates", "extract", at("repo"), "--out", at("extracted")]],
  ["format --write", () => ["format", "--write", at("repo")]],
  ["render", (_api, file) => ["render", at(file)]],
  ["compile", () => ["compile", at("repo"), "-o", at("compiled")]],
  ["test", () => ["test", at("repo"), "--coverage"]],
  ["test --update", () => ["test", at("repo"), "--update"]],
  ["test --generate", () => ["test", at("repo"), "--generate"]],
  ["ci", () => ["ci", at("repo")]],
  ["init", () => ["init", "--baseline", "baseline.json"]],
  ["invoke", (api) => ["invoke", at(api), "GET", "/", "--format", "json"]],
  ["serve", (api) => ["serve", at(api), "--port", "0"]],
];

/** Cases that fail and print what came out, of the API and of its templates. */
const testsOf = (file: string): Readonly<Record<string, string>> => ({
  "repo/api.test.yaml": `subject: ${file.slice("repo/".length)}
cases:
  - { name: api, request: GET /, expect: { output: other } }
  - { name: template, event: {}, expect: { output: other } }
`,
});

/** The command that follows the reference where that is permitted. */
const follower = ({ api, isFollowedByRunning }: OutsideReference): readonly string[] => [
  ...(isFollowedByRunning ? ["invoke", at(api), "GET", "/"] : ["templates", at("repo")]),
  ...["--format", "json"],
];

describe.each(Object.entries(outsideReferences))("%s that leads out of the repository", (name, reference) => {
  beforeEach(() => {
    world.build(reference);
  });

  it.each(COMMANDS)("is not followed by vtl %s", async (command, argsFor) => {
    const [file = ""] = Object.keys(reference.files);
    if (/^(?:test|ci)/.test(command)) put(testsOf(file));
    const { printed } = await vtlOnDisk(argsFor(reference.api, file), at("repo"));
    expect(printed).not.toContain(SECRET);
    expect(world.textsIn("repo")).toEqual(expect.not.arrayContaining([expect.stringContaining(SECRET)]));
    expect(world.changed).toEqual([]);
  });

  it("is told, with what permits it, which Git's own files have not", async () => {
    const told = await vtlOnDisk(follower(reference), at("repo"));
    expect(told.printed).toMatch(name.includes("Git") ? /belongs to Git and is not read/ : /is not read; allowOutside/);
    const permitted = await vtlOnDisk([...follower(reference), "--allow-outside", at("outside")], at("repo"));
    expect(permitted.printed.includes(SECRET)).toBe(!name.includes("Git"));
  });
});

describe("a configuration", () => {
  const lint = (...more: string[]) => vtlOnDisk(["lint", at("repo"), ...more], at("repo"));

  it("that extends one outside is not used", async () => {
    put({ "repo/vtl.config.json": '{"extends": "../outside/vtl.config.json"}', "repo/a.vtl": "x" });
    put({ "outside/vtl.config.json": `{"${SECRET}": 1}` });
    const { code, printed } = await lint();
    expect({ code, told: printed.includes("is not read; allowOutside") }).toEqual({ code: 2, told: true });
    expect(printed).not.toContain(SECRET);
  });

  it("that is a link leading out is not used", async () => {
    put({ "outside/secret.json": `{"${SECRET}": 1}`, "repo/a.vtl": "x" });
    world.link("repo/vtl.config.json", "../outside/secret.json");
    const { code, printed } = await lint();
    expect(code).toBe(2);
    expect(printed).not.toContain(SECRET);
  });

  it("may extend a file of an installed package, wherever the package manager keeps it", async () => {
    put({ "store/node_modules/team/vtl.config.json": '{"rules": {"semicolon-after-set": "off"}}' });
    put({ "repo/vtl.config.json": '{"extends": "./node_modules/team/vtl.config.json"}' });
    put({ "repo/a.vtl": "#set($x = 1);$x" });
    world.link("repo/node_modules/team", at("store/node_modules/team"));
    expect(await lint()).toMatchObject({ code: 0, stdout: "" });
  });

  it.each(["repo/", ""])("extends an installed package by its name, and what that extends: in %j", async (folder) => {
    put({
      "repo/a.vtl": "#set($x = 1);$x",
      "repo/vtl.config.json": '{"extends": "@team/vtl"}',
      [`${folder}node_modules/@team/vtl/vtl.config.json`]: '{"extends": "./base.json"}',
      [`${folder}node_modules/@team/vtl/base.json`]: '{"rules": {"semicolon-after-set": "off"}}',
    });
    expect(await lint()).toMatchObject({ code: 0, stdout: "" });
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ["a name that leads out of the package", "team/../../../outside/secret.json", {}],
    [
      "a name that leads out of a package above",
      "team/../../outside/secret.json",
      { "node_modules/team/x.json": "{}" },
    ],
    [
      "what a package extends",
      "team",
      { "repo/node_modules/team/vtl.config.json": '{"extends": "../../../outside/secret.json"}' },
    ],
    [
      "what a package above extends",
      "team",
      { "node_modules/team/vtl.config.json": '{"extends": "../../outside/secret.json"}' },
    ],
  ])("extends no file outside: %s", async (_name, name, files) => {
    put({ ...files, "repo/vtl.config.json": JSON.stringify({ extends: name }), "repo/a.vtl": "x" });
    put({ "outside/secret.json": `{"${SECRET}": 1}` });
    const { code, printed } = await lint();
    expect(code).toBe(2);
    expect(printed).not.toContain(SECRET);
  });

  it("extends no package whose folder is a link to one that is none", async () => {
    put({ "repo/vtl.config.json": '{"extends": "team"}', "repo/a.vtl": "x" });
    put({ "outside/vtl.config.json": `{"${SECRET}": 1}` });
    world.link("repo/node_modules/team", at("outside"));
    const { code, printed } = await lint();
    expect(code).toBe(2);
    expect(printed).not.toContain(SECRET);
  });

  it("cannot allow itself what lies outside, unless the command line names it", async () => {
    put({ ...terraformTemplate(`file("../outside/secret.vtl")`), "outside/secret.vtl": `{"a": "${SECRET}",}` });
    put({ "repo/vtl.config.json": '{"root": "..", "allowOutside": ["../outside"]}' });
    const found = await lint("--format", "json");
    expect(found.stderr).toMatch(/allowOutside of .* does not count/);
    expect(found.stderr).toMatch(/root of .* does not count/);
    expect(found.printed).not.toContain(SECRET);
    const named = await lint("--format", "json", "--config", at("repo/vtl.config.json"));
    expect(named.stdout).toContain("secret.vtl");
    expect(named.stdout).not.toContain("file-not-read");
  });

  it.each<readonly [string, ...string[]]>([
    ["lint", "repo"],
    ["templates", "repo"],
    ["format", "repo/infra"],
    ["render", "repo/infra/main.tf"],
    ["invoke", "repo/infra", "GET", "/"],
    ["serve", "repo/infra", "--port", "0"],
  ])("can make the place smaller, for vtl %s", async (command, place, ...more) => {
    put({ "repo/infra/main.tf": terraformTemplate(`file("../other.vtl")`)["repo/main.tf"]!, "repo/other.vtl": "{}" });
    const args = [command, at(place), ...more];
    expect((await vtlOnDisk(args, at("repo"))).printed).not.toContain("is not read");
    put({ "repo/vtl.config.json": '{"root": "infra"}' });
    expect((await vtlOnDisk(args, at("repo"))).printed).toContain("other.vtl leads out of");
  });
});

describe("a test file", () => {
  beforeEach(() => {
    put({ "repo/a.vtl": "{}", "outside/secret.vtl": SECRET, "outside/event.json": `{"body": "${SECRET}"}` });
  });

  it.each([
    ["a subject", "subject: ../outside/secret.vtl\ncases: [{ event: {}, expect: x }]"],
    ["an event", "subject: a.vtl\ncases: [{ event: ../outside/event.json, expect: x }]"],
    [
      "what is expected",
      "subject: a.vtl\ncases: [{ event: {}, expect: { output: { $file: ../outside/secret.vtl } } }]",
    ],
  ])("that names %s outside: nothing of it is read, nothing is written", async (_what, text) => {
    put({ "repo/a.test.yaml": text });
    for (const flags of [[], ["--update"]]) {
      const { code, printed } = await vtlOnDisk(["test", at("repo"), ...flags], at("repo"));
      expect(printed).toContain("is not read; allowOutside");
      expect(printed).not.toContain(SECRET);
      expect(code).toBe(2);
    }
    expect(readFileSync(at("outside/secret.vtl"), "utf8")).toBe(SECRET);
  });
});

it.each(["$ref", "file() with ../"])("vtl test follows %s where that is permitted", async (kind) => {
  const reference = outsideReferences[kind]!;
  world.build(reference);
  const [file = ""] = Object.keys(reference.files);
  put(testsOf(file));
  const { printed } = await vtlOnDisk(["test", at("repo"), "--allow-outside", at("outside")], at("repo"));
  expect(printed).toContain(SECRET);
});

describe("vtl event from-log", () => {
  it.each(Object.entries(unreadableFiles))("reads no %s", async (_name, { make }) => {
    make(world, "repo/x.log");
    const { code, stderr } = await vtlOnDisk(["event", "from-log", at("repo/x.log")], at("repo"));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("x.log") });
  });
});

describe("what is no file of text, or too large", () => {
  it.each(Object.entries(unreadableFiles))("is named, not read: %s", async (_name, { message, make }) => {
    put(terraformTemplate(`file("x.vtl")`));
    make(world, "repo/x.vtl");
    for (const args of [
      ["lint", at("repo")],
      ["templates", at("repo/main.tf")],
      ["format", at("repo/main.tf")],
      ["render", at("repo/main.tf")],
    ]) {
      expect((await vtlOnDisk(args, at("repo"))).printed).toContain(message);
    }
    for (const args of [
      ["invoke", at("repo"), "GET", "/"],
      ["serve", at("repo"), "--port", "0"],
    ]) {
      expect((await vtlOnDisk(args, at("repo"))).code).toBe(2);
    }
  });

  it("is named, not read: a socket", async () => {
    put(terraformTemplate(`file("x.vtl")`));
    const server = createServer().listen(at("repo/x.vtl"));
    await new Promise((resolve) => server.once("listening", resolve));
    const { printed } = await vtlOnDisk(["lint", at("repo")], at("repo"));
    server.close();
    expect(printed).toContain("is a device, a pipe or a socket");
  });

  it("is named, not read: a device where all of the machine is permitted", async () => {
    put(terraformTemplate(`file("/dev/zero")`));
    const { printed } = await vtlOnDisk(["lint", at("repo"), "--root", "/"], at("repo"));
    expect(printed).toContain("/dev/zero is a device, a pipe or a socket");
  });
});

describe("a link in the project", () => {
  it.each<[string, readonly string[]]>([
    ["--cache", ["lint", "REPO/a.vtl", "--cache", "--cache-location", "REPO/link"]],
    ["--output-file", ["lint", "REPO/a.vtl", "--output-file", "json=REPO/link"]],
    ["--update-baseline", ["lint", "REPO/a.vtl", "--baseline", "REPO/link", "--update-baseline"]],
    ["render -o", ["render", "REPO/a.vtl", "-o", "REPO/link"]],
    ["render --update", ["render", "REPO/a.vtl", "--expect", "REPO/link", "--update"]],
    ["compile -o", ["compile", "REPO/a.vtl", "-o", "REPO/link"]],
    ["templates extract", ["templates", "extract", "REPO/a.vtl", "--out", "REPO/folder", "--force"]],
  ])("leads no write out of it: %s", async (_name, args) => {
    put({ "repo/a.vtl": "new", "outside/precious": "old" });
    world.link("repo/link", "../outside/precious");
    world.link("repo/folder", "../outside");
    const given = args.map((arg) => arg.replaceAll("REPO", at("repo")));
    const { code, stderr } = await vtlOnDisk(given, at("repo"));
    expect(stderr).toContain("is not written");
    expect(code).toBe(2);
    expect(readFileSync(at("outside/precious"), "utf8")).toBe("old");
    expect(execFileSync("ls", [at("outside")], { encoding: "utf8" })).toBe("precious\n");
  });
});
