import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { costsOfEach, inTurn } from "./measure.mjs";
import { startNode, usageOf } from "./processes.mjs";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const CONNECTIONS = 20;
/** A server is one process: until V8 has optimised it, two of the same build differ by 10 %. */
const WARM_UP_ROUNDS = 5;

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
 */
async function startServer(args) {
  const child = startNode(args, ["ignore", "ignore", "pipe"]);
  const ended = once(child, "exit");
  const url = await new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", () => reject(new Error(`no server: ${text}`)));
    // Read on when the address is known: a pipe that is full would stop the server.
    child.stderr?.on("data", (chunk) => {
      text += chunk;
      const [found] = /http:\/\/[\d.]+:\d+/.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const end = async () => {
    child.kill();
    await ended;
  };
  return { url, usage: () => usageOf(child), end };
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

/** Sends so many requests; every answer must be a 200. */
async function load(url, amount) {
  const result = await autocannon({ url, connections: CONNECTIONS, amount, requests: [REQUEST] });
  const { errors, timeouts, non2xx } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${errors} errors, ${timeouts} timeouts, ${non2xx} other statuses`);
}

/**
 * Loads the built `vtl serve`, which prints its log all the while, and Node's bare server, in turn.
 * @param {import("./builds.mjs").Builds} builds
 * @param {{requests: number, rounds: number}} effort requests a round
 * @returns milliseconds a request, and megabytes after each round
 */
export async function measureServe(builds, { requests, rounds }) {
  const serve = ({ vtl }) => startServer([vtl, "serve", pathOf("serve/api.yaml"), "--port", "0"]);
  const started = Object.entries(builds).map(async ([name, build]) => [name, await serve(build)]);
  const servers = Object.fromEntries(
    await Promise.all([...started, ["floor", await startServer([pathOf("serve/floor.mjs")])]]),
  );
  try {
    for (const { url } of Object.values(servers)) {
      await verifyAnswer(url);
      for (let round = 0; round < WARM_UP_ROUNDS; round++) await load(url, requests);
    }
    const costs = async ({ url, usage }) => {
      const before = await usage();
      await load(url, requests);
      const after = await usage();
      return { "serving a request": (after.cpuMs - before.cpuMs) / requests, "serving, MB resident": after.residentMB };
    };
    return { requests: requests * rounds, samples: await inTurn(costsOfEach(servers, costs), rounds) };
  } finally {
    await Promise.all(Object.values(servers).map(({ end }) => end()));
  }
}
