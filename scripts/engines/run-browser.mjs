import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { engineScript, readCases } from "./engine-script.mjs";

const LONGEST = 900_000;

const pageOf = (script) => `<!doctype html><meta charset="utf-8"><title>running</title>
<script id="code" type="text/plain">${script}</script>
<script>
  const code = document.getElementById("code").textContent;
  const tell = (where, report) => fetch("/report", { method: "POST", body: JSON.stringify({ where, report }) });
  new Function("post", code + ";post(engineTest.runAll(cases));")((report) => tell("page", report));
  const worker = new Worker(URL.createObjectURL(new Blob([code + ";postMessage(engineTest.runAll(cases));"])));
  worker.onmessage = ({ data }) => tell("worker", data);
</script>`;

/**
 * Runs everything in a browser, in a page and in a worker, whose stacks differ.
 * @param {string} name
 * @param {string} command in which `PROFILE` is a folder for what the browser keeps; it is given the page's URL
 * @returns {Promise<import("./engine-script.mjs").EngineResult[]>}
 */
export async function runBrowser(name, command) {
  const page = pageOf(await engineScript({ cases: readCases(), tail: "" }));
  const profile = mkdtempSync(join(tmpdir(), "vtl-browser-"));
  /** @type {Map<string, import("./engine-script.mjs").EngineReport>} */
  const results = new Map();
  const ended = new EventEmitter();
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      const { where, report } = /** @type {any} */ (await json(request));
      results.set(where, report);
      if (results.size === 2) ended.emit("end");
    } else {
      response.setHeader("content-type", "text/html");
    }
    response.end(request.url === "/" ? page : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const [program = "", ...args] = command.replaceAll("PROFILE", profile).split(" ");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const child = spawn(program, [...args, `http://127.0.0.1:${port}/`], {
    detached: true,
    stdio: "ignore",
  });
  child.on("exit", (code) => ended.emit("end", `it ended with ${code}`));
  child.on("error", (error) => ended.emit("end", String(error)));
  const timer = setTimeout(() => ended.emit("end", "it takes too long"), LONGEST);
  const [failure = "no answer"] = await once(ended, "end");
  clearTimeout(timer);
  if (child.pid !== undefined && child.exitCode === null) {
    const exit = once(child, "exit");
    process.kill(-child.pid);
    await exit;
  }
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return ["page", "worker"].map((where) => {
    const report = results.get(where);
    return { name: `${name}, ${where}`, ...(report ? { report } : { failure }) };
  });
}
