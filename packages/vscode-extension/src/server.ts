/**
 * The language server, from one file for a process and for a browser's worker: most of it is the same in both, and it is
 * most of the extension. The gateway is a file beside it.
 */
import { ProgramUrlRequest } from "@apigw-vtl/lsp";
import { evaluateGateway } from "./gateway/load-gateway.js";
import { stepsFeature } from "./gateway/steps-feature.js";

const GATEWAY = "gateway.cjs";
const inWorker = "importScripts" in globalThis;

if (inWorker) {
  void import("@apigw-vtl/lsp/browser").then(({ startWorker }) =>
    startWorker([
      stepsFeature(async (connection) => {
        const url = new URL(GATEWAY, await connection.sendRequest(ProgramUrlRequest));
        return evaluateGateway(await (await fetch(url)).text());
      }),
    ]),
  );
} else {
  void import("@apigw-vtl/lsp/node").then(({ startServer }) => {
    const folder = new URL("./", import.meta.url);
    const steps = stepsFeature(async () => {
      const { readFile } = await import("node:fs/promises");
      return evaluateGateway(await readFile(new URL(GATEWAY, folder), "utf8"));
    });
    startServer(folder, [steps]);
  });
}
