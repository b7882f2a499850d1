/**
 * Runs dynalite in a thread of its own: what it throws for a request that it does not expect ends the thread and not
 * the server that has sent it.
 */
import { parentPort } from "node:worker_threads";
import dynalite from "dynalite";

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, "127.0.0.1", () => parentPort?.postMessage({ port: server.address().port }));
