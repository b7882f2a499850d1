import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { median } from "./measure.mjs";
import { startNode, usageOf } from "./processes.mjs";

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const CONNECTIONS = 20;

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
  return { url, child, end };
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
 * Starts a server, does something with it, and ends it.
 * @template Result
 * @param {string[]} args of Node
 * @param {(server: Awaited<ReturnType<typeof startServer>>) => Promise<Result>} use
 */
async function withServer(args, use) {
  const server = await startServer(args);
  try {
    await verifyAnswer(server.url);
    return await use(server);
  } finally {
    await server.end();
  }
}

/** The built `vtl serve`, which prints its log all the while. @param {import("./builds.mjs").Build} build */
const gateway = ({ vtl, flags }) => [...flags, vtl, "serve", pathOf("serve/api.yaml"), "--port", "0"];

/** @param {number} requests as many before them let V8 optimise */
const costsOfRequests =
  (requests) =>
  async ({ url, child }) => {
    await load(url, requests);
    const before = await usageOf(child, "usage after a collection");
    await load(url, requests);
    const after = await usageOf(child);
    const { residentMB } = await usageOf(child, "usage after a collection");
    return { "serving a request": (after.cpuMs - before.cpuMs) / requests, "serving, MB resident": residentMB };
  };

/**
 * The gateway and Node's bare server, loaded in a process of its own each.
 * @param {number} requests measured of each
 */
export function prepareServe(requests) {
  return {
    /** @param {import("./builds.mjs").Build} build */
    costs: (build) => withServer(gateway(build), costsOfRequests(requests)),
    floor: () => withServer([pathOf("serve/floor.mjs")], costsOfRequests(requests)),
  };
}

const ROUNDS = 24;

/**
 * Whether a gateway that serves for long keeps memory.
 * @param {import("./builds.mjs").Build} build
 * @param {number} requests
 * @returns {Promise<number>} resident memory in the second half of the requests, as a multiple of that in the first
 */
export function growthOfMemory(build, requests) {
  return withServer(gateway(build), async ({ url, child }) => {
    await load(url, Math.ceil(requests / ROUNDS));
    /** @type {number[]} */
    const memory = [];
    for (let round = 0; round < ROUNDS; round++) {
      await load(url, Math.ceil(requests / ROUNDS));
      memory.push((await usageOf(child, "usage after a collection")).residentMB);
    }
    // Between collections the memory of a moment says little: halves are compared.
    return median(memory.slice(ROUNDS / 2)) / median(memory.slice(0, ROUNDS / 2));
  });
}
