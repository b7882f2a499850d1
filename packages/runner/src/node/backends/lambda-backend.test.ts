import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionDefinition } from "@apigw-vtl/definitions";
import { eventually } from "@apigw-vtl/test-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyFile } from "./code-reader.js";
import { findHandler } from "./find-handler.js";
import { type LambdaBackend, lambdaBackend } from "./lambda-backend.js";
import { lambdaRequest } from "./testing/backend-requests.js";

const MODULES: Readonly<Record<string, string>> = {
  "cjs.js": "let calls = 0; exports.handler = async (event) => ({ got: event, calls: ++calls });",
  "esm.mjs": "export const api = { get: async (event, context) => context.functionName + ' ' + context.awsRequestId };",
  "callback.js":
    "exports.handler = (event, context, callback) => { setTimeout(() => callback(null, { ok: true }), 5); };",
  "callback-error.js": "exports.handler = (event, context, callback) => callback(new TypeError('no'));",
  "throws.js": "exports.handler = async () => { throw new RangeError('too far'); };",
  "throws-at-once.js": "exports.handler = () => { throw 'a text'; };",
  "hangs.js": "exports.handler = async () => { for (;;); };",
  "waits.js": "exports.handler = () => new Promise((resolve) => setTimeout(resolve, 60000));",
  "loads-slowly.js":
    "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500); exports.handler = async () => 'in time';",
  "exits.js": "exports.handler = async () => process.exit(3);",
  "silent.js": "exports.handler = () => {};",
  "crashes.js":
    "exports.handler = async () => { setImmediate(() => { throw new Error('later'); }); return new Promise(() => {}); };",
  "rejects.js":
    "exports.handler = async () => { Promise.reject(new Error('unseen')); return new Promise((r) => setTimeout(r, 1000)); };",
  "floods.js":
    "exports.handler = async () => { for (let i = 0; i < 20000; i++) console.log('x'.repeat(1000)); return 'done'; };",
  "greedy.js": "exports.handler = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); };",
  "large.js": "exports.handler = async () => 'x'.repeat(7e6);",
  "broken.js": "exports.handler = async () => {",
  "imports.js": "require('not-there'); exports.handler = async () => 1;",
  "environment.js":
    "exports.handler = async () => ({ own: process.env.TABLE, account: process.env.AWS_ACCESS_KEY_ID, secret: process.env.VTL_SECRET });",
};

let folder: string;
let backend: LambdaBackend;
const output: string[] = [];

function functionOf(handler: string): FunctionDefinition {
  return {
    name: handler,
    handler,
    runtime: "nodejs20.x",
    timeoutSeconds: /^(?:hangs|waits|loads-slowly)/.test(handler) ? 2 : 600,
    environment: { TABLE: "Items" },
  };
}

const HANDLERS = [
  ...Object.keys(MODULES)
    .filter((name) => name.endsWith(".js"))
    .map((name) => name.replace(/\.js$/, ".handler")),
  "esm.api.get",
  "cjs.missing",
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-lambda-"));
  for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(folder, name), text);
  process.env.VTL_SECRET = "of this process";
  const functions = Object.fromEntries(HANDLERS.map((handler) => [handler.replace(/\W/g, "-"), functionOf(handler)]));
  backend = lambdaBackend({
    functions,
    codeOf: async (name) => {
      const definition = functions[name];
      return definition === undefined ? { kind: "none" } : findHandler(definition, folder, anyFile);
    },
    onOutput: (_, text) => output.push(text),
  });
});

afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true });
});

async function invoke(name: string, event: unknown = {}): Promise<{ payload: unknown; failed: boolean }> {
  const answer = await backend.send(lambdaRequest(name, event), new AbortController().signal);
  if (answer?.kind !== "function") throw new Error(`not a function's answer: ${answer?.kind}`);
  return { payload: JSON.parse(new TextDecoder().decode(answer.payload)), failed: answer.failed };
}

describe("a Lambda function on this machine", () => {
  it("is called with the event and keeps its state between invocations", async () => {
    expect(await invoke("cjs-handler", { a: [1] })).toEqual({ payload: { got: { a: [1] }, calls: 1 }, failed: false });
    expect(await invoke("cjs-handler")).toMatchObject({ payload: { calls: 2 } });
  });

  it("may be an ES module, with a handler within an object", async () => {
    expect(await invoke("esm-api-get")).toEqual({ payload: "esm-api-get request-1", failed: false });
  });

  it("may call back", async () => {
    expect(await invoke("callback-handler")).toEqual({ payload: { ok: true }, failed: false });
    expect(await invoke("callback-error-handler")).toMatchObject({
      payload: { errorType: "TypeError", errorMessage: "no" },
      failed: true,
    });
  });

  it("answers null when it returns nothing and nothing is left to do", async () => {
    expect(await invoke("silent-handler")).toEqual({ payload: null, failed: false });
  });

  it("reports what it throws as the service's runtime does", async () => {
    const { payload, failed } = await invoke("throws-handler");
    expect(failed).toBe(true);
    expect(payload).toMatchObject({ errorType: "RangeError", errorMessage: "too far" });
    expect(payload).toHaveProperty("trace.0", "RangeError: too far");
    expect(await invoke("throws-at-once-handler")).toEqual({
      payload: { errorType: "string", errorMessage: "a text", trace: [] },
      failed: true,
    });
  });

  it.each(["hangs-handler", "waits-handler"])("is ended after its timeout: %s", async (name) => {
    const { payload, failed } = await invoke(name);
    expect(failed).toBe(true);
    expect(payload).toEqual({
      errorMessage: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z request-1 Task timed out after 2\.00 seconds$/),
    });
  });

  it("has all of its time when its code takes longer than that to load", async () => {
    expect(await invoke("loads-slowly-handler")).toEqual({ payload: "in time", failed: false });
  });

  it("may exit without taking the process with it", async () => {
    expect(await invoke("exits-handler")).toEqual({
      payload: {
        errorType: "Runtime.ExitError",
        errorMessage: "RequestId: request-1 Error: Runtime exited with error: exit status 3",
      },
      failed: true,
    });
    expect((await invoke("exits-handler")).failed).toBe(true);
  });

  it("may throw where no one catches it", async () => {
    expect(await invoke("crashes-handler")).toEqual({
      payload: { errorType: "Runtime.UnhandledException", errorMessage: "later" },
      failed: true,
    });
    expect(await invoke("rejects-handler")).toMatchObject({
      payload: { errorType: "Runtime.UnhandledPromiseRejection", errorMessage: "unseen" },
      failed: true,
    });
  });

  it("may flood its output, of which the first 256 kB are shown", async () => {
    output.length = 0;
    expect(await invoke("floods-handler")).toEqual({ payload: "done", failed: false });
    // The thread hands its output on after its answer.
    await eventually(() => expect(output.at(-1)?.trim()).toBe("… output beyond 262144 bytes is dropped"));
    expect(output.join("").length).toBeLessThan(400_000);
  });

  it("may run out of memory", async () => {
    expect(await invoke("greedy-handler")).toEqual({
      payload: {
        errorType: "Runtime.ExitError",
        errorMessage: "RequestId: request-1 Error: Runtime exited with error: signal: killed",
      },
      failed: true,
    });
  });

  it("may not answer more than 6 MB", async () => {
    expect(await invoke("large-handler")).toMatchObject({
      payload: { errorType: "Function.ResponseSizeTooLarge" },
      failed: true,
    });
  });

  it("that cannot be loaded is reported", async () => {
    expect(await invoke("broken-handler")).toMatchObject({ payload: { errorType: "Runtime.UserCodeSyntaxError" } });
    expect(await invoke("imports-handler")).toMatchObject({ payload: { errorType: "Runtime.ImportModuleError" } });
    expect(await invoke("cjs-missing")).toMatchObject({
      payload: { errorType: "Runtime.HandlerNotFound", errorMessage: "missing is undefined or not exported" },
    });
  });

  it("sees its own variables, and nothing of the account and the secrets of this process", async () => {
    expect((await invoke("environment-handler")).payload).toEqual({ own: "Items", account: "LOCAL" });
  });

  it("runs as many invocations at once as there are", async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => invoke("callback-handler", { n })));
    expect(answers.map(({ payload }) => payload)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  });

  it("that is not here is left to other backends", async () => {
    expect(await backend.send(lambdaRequest("elsewhere", {}), new AbortController().signal)).toBeUndefined();
  });

  it("is answered for at once when it is invoked asynchronously", async () => {
    const request = lambdaRequest("waits-handler", {}, true);
    expect(await backend.send(request, new AbortController().signal)).toMatchObject({ kind: "response", status: 202 });
  });

  it("refuses an event that is no JSON, as Lambda's API does", async () => {
    const request = { ...lambdaRequest("cjs-handler", {}), body: new TextEncoder().encode("{nope") };
    expect(await backend.send(request, new AbortController().signal)).toMatchObject({ kind: "response", status: 400 });
  });
});
