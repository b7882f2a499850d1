#!/usr/bin/env node
/**
 * Runs the commands that all pages of this repository show (their blocks of `sh`), a block after another, by the program that is
 * installed in FOLDER: each block in a folder of its own with the files that it names. None may be wrong usage. What goes on
 * for ever gets Ctrl-C once it is ready; what is told to be run meanwhile is run before.
 *
 *   node .ci/documented-commands.mjs FOLDER
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { addFiles, root } from "./documented-world.mjs";

const READY = /waiting for changes|is served at/;
/** For what hangs. */
const LONGEST_MS = 120_000;
/** Commands that show how something fails. */
const FAILING = /\bapi\.vtl\b/;

const installed = resolve(process.argv[2] ?? ".");

/** @returns {{page: string, commands: string[]}[]} those of a block that run this program, or ask what it serves */
function documentedBlocks() {
  const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  return pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => ({
      page,
      commands: block
        .replace(/\\\n\s*/g, "")
        .split("\n")
        .map((line) => line.replace(/^npm ci && /, "").replace(/\s+#.*$/, ""))
        .filter((line) => /\bvtl (?!\.)|^curl /.test(line) && !/^(?:docker|npm)\b/.test(line)),
    })),
  );
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** The exit status and what was told; `whenReady` is awaited before Ctrl-C is sent. */
function run(command, folder, whenReady) {
  const env = { ...process.env, HOME: folder, PATH: `${join(installed, "node_modules/.bin")}:${process.env.PATH}` };
  const child = spawn("bash", ["-c", command.replace(/^npx /, "npx --no-install ")], {
    cwd: folder,
    env,
    detached: true,
    timeout: LONGEST_MS,
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      const was = READY.test(told);
      told += text;
      if (!was && READY.test(told)) void whenReady().then(() => process.kill(-child.pid, "SIGINT"));
    });
  }
  return new Promise((done) => {
    child.once("close", (status, signal) =>
      done({ status: signal === "SIGINT" && READY.test(told) ? 0 : status, told }),
    );
  });
}

let count = 0;
const wrong = [];

async function check(page, command, folder, whenReady = async () => {}) {
  count++;
  addFiles(command, folder);
  const { status, told } = await run(command, folder, whenReady);
  if (status === (FAILING.test(command) ? 1 : 0)) return;
  wrong.push(command);
  console.error(`${page}: ${command}\nends with ${status}:\n${told.slice(0, 2000)}`);
}

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
for (const [number, { page, commands }] of documentedBlocks().entries()) {
  const folder = join(installed, "commands", String(number));
  const meanwhile = commands.filter((command) => command.startsWith("curl "));
  for (const command of commands.filter((one) => !one.startsWith("curl "))) {
    if (!/\bvtl serve\b/.test(command)) {
      await check(page, command, folder);
      continue;
    }
    const port = await freePort();
    await check(page, `${command.replace(/ --port \d+/, "")} --port ${port}`, folder, async () => {
      if (!hasCurl && meanwhile.length > 0) console.error(`left out, curl is not here: ${meanwhile.join("; ")}`);
      for (const request of hasCurl ? meanwhile : []) {
        await check(
          page,
          request.replace(/localhost:\d+/, `127.0.0.1:${port}`).replace(/^curl /, "curl -sSf "),
          folder,
        );
      }
    });
  }
}
console.log(`${count} documented commands, ${wrong.length} wrong`);
// A page that cannot be read, or blocks that are written otherwise, must not pass for want of commands.
process.exitCode = wrong.length > 0 || count < 60 ? 1 : 0;
