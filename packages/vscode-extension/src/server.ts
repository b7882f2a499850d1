/**
 * The language server, from one file for a process and for a browser's worker: most of it is the same in both, and it is
 * most of the extension.
 */
const inWorker = "importScripts" in globalThis;

if (inWorker) void import("@apigw-vtl/lsp/browser").then(({ startWorker }) => startWorker());
else void import("@apigw-vtl/lsp/node").then(({ startServer }) => startServer(new URL("./", import.meta.url)));

export {};
