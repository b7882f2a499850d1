/**
 * The language server, from one file for a process and for a browser's worker: most of it is the same in both, and it is
 * most of the extension. The gateway is a file beside it.
 */
import { ProgramUrlRequest } from "@apigw-vtl/lsp";
import { type LoadGateway, loadOnce } from "./gateway/load-gateway.js";
import { stepsFeature } from "./gateway/steps-feature.js";
import { testsFeature } from "./test-run/tests-feature.js";

const GATEWAY = "gateway.cjs";
const inWorker = "importScripts" in globalThis;

const featuresWith = (load: LoadGateway) => [stepsFeature(load), testsFeature(load)];

if (inWorker) {
  void import("@apigw-vtl/lsp/browser").then(({ startWorker }) => {
    const load = loadOnce(async (connection) => {
      const url = new URL(GATEWAY, await connection.sendRequest(ProgramUrlRequest));
      return (await fetch(url)).text();
    });
    startWorker(featuresWith(load));
  });
} else {
  void import("@apigw-vtl/lsp/node").then(({ startServer }) => {
    const folder = new URL("./", import.meta.url);
    const load = loadOnce(async () => {
      const { readFile } = await import("node:fs/promises");
      return readFile(new URL(GATEWAY, folder), "utf8");
    });
    startServer(folder, featuresWith(load));
  });
}
