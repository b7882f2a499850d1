import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { median } from "./measure.mjs";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const CONNECTIONS = 20;
const START_MS = 15_000;

const REQUEST = {
  method: "POST",
  path: "/orders/7?dry=no",
  headers: { "Content-Type": "application/json", "X-Tenant": "acme" },
  body: JSON.stringify({
    items: Array.from({ length: 10 }, (_, index) => ({ sku: `sku-${index}`, count: index + 1 })),
  }),
};

/**
 * Starts a program that prints where it serves.
 * @param {string[]} args of Node
 * @returns {Promise<{url: string, pid: number, end: () => Promise<void>}>}
 */
function startServer(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return new Promise((resolve, reject) => {
    let text = "";
    const tooLate = setTimeout(() => reject(new Error(`no server: ${text}`)), START_MS);
    child.once("exit", () => reject(new Error(`no server: ${text}`)));
    child.stderr.on("data", (chunk) => {
      text += chunk;
      const [url] = /http:\/\/[\d.]+:\d+/.exec(text) ?? [];
      if (url === undefined || child.pid === undefined) return;
      clearTimeout(tooLate);
      const end = async () => {
        child.kill();
        await ended;
      };
      resolve({ url, pid: child.pid, end });
    });
  });
}

/** Makes sure that what is measured is right. */
async function verifyAnswer(url) {
  const response = await fetch(url + REQUEST.path, REQUEST);
  const text = await response.text();
  const { id, tenant, lines } = JSON.parse(text);
  if (response.status !== 200 || id !== "7" || tenant !== "acme" || lines.length !== 10) {
    throw new Error(`${url} answered ${response.status} ${text}`);
  }
}

/**
 * Sends requests for some seconds; every answer must be a 200. By count autocannon would stop at whole seconds only, and
 * tell a rate that is too low.
 */
async function load(url, seconds) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests: [REQUEST] });
  const { errors, timeouts, non2xx, latency, requests } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${errors} errors, ${timeouts} timeouts, ${non2xx} other statuses`);
  return { count: requests.total, seconds: result.duration, p99: latency.p99 };
}

/** Megabytes of memory that a process has resident. */
function residentOf(pid) {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** A machine that is too slow for the requests in so many rounds ends with what it has. */
const MOST_ROUNDS = 40;

/**
 * Loads the built `vtl serve`, which prints its log all the while, and Node's bare server, in turn.
 * @param {{seconds: number, requests: number}} effort rounds of so many seconds, until there were so many requests
 * @returns requests a second (both), the 99th percentile in ms (median of rounds), megabytes after each round
 */
export async function measureServe({ seconds, requests }) {
  const served = await startServer([
    pathOf("../packages/cli/bin/vtl.js"),
    "serve",
    pathOf("serve/api.yaml"),
    "--port",
    "0",
  ]);
  const floor = await startServer([pathOf("serve/floor.mjs")]);
  try {
    const ours = [];
    const bare = [];
    const memory = [];
    for (const { url } of [served, floor]) {
      await verifyAnswer(url);
      await load(url, 1);
    }
    while (countOf(ours) < requests && ours.length < MOST_ROUNDS) {
      ours.push(await load(served.url, seconds));
      memory.push(residentOf(served.pid));
      bare.push(await load(floor.url, seconds));
    }
    return {
      requests: countOf(ours),
      perSecond: rateOf(ours),
      floorPerSecond: rateOf(bare),
      p99: median(ours.map(({ p99 }) => p99)),
      memory,
    };
  } finally {
    await Promise.all([served.end(), floor.end()]);
  }
}

const countOf = (results) => results.reduce((sum, { count }) => sum + count, 0);
const rateOf = (results) => countOf(results) / results.reduce((sum, { seconds }) => sum + seconds, 0);
