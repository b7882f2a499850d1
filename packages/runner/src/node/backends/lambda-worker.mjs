/**
 * The thread that a function's code runs in. It gets `{file, handler}` once and then an invocation a message, and
 * answers each with `{payload, failed}`, behind pieces where the handler streams: errors in the form that the service's Node runtime gives them.
 */
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

/** 6 MB and a little, as the service counts. */
const MOST_PAYLOAD = 6_291_556;

const ownExit = process.exit.bind(process);
process.exit = (code) => {
  parentPort.postMessage({ kind: "exit", code: Number(code ?? process.exitCode ?? 0) });
  ownExit(code);
};
process.on("unhandledRejection", (reason) => {
  throw Object.assign(reason instanceof Error ? reason : new Error(String(reason)), {
    name: "Runtime.UnhandledPromiseRejection",
  });
});

/** What failed before the code of the function was reached, by the name that the service has for it. */
class RuntimeFailure extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

async function loadHandler({ file, handler }) {
  let loaded;
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (error) {
    const name = error instanceof SyntaxError ? "Runtime.UserCodeSyntaxError" : "Runtime.ImportModuleError";
    throw new RuntimeFailure(name, String(error));
  }
  const path = handler.split(".");
  // A CommonJS module is the default export; not all of its names are seen from outside.
  for (const root of [loaded, loaded.default]) {
    const found = path.reduce((value, key) => value?.[key], root);
    if (typeof found === "function") return found;
  }
  throw new RuntimeFailure("Runtime.HandlerNotFound", `${handler} is undefined or not exported`);
}

const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

/** The answer of a handler that has written all of it. */
const STREAMED = Symbol("streamed");

/** What the service's Node runtime has for handlers that stream. */
globalThis.awslambda = {
  streamifyResponse(handler) {
    handler[STREAMING] = true;
    return handler;
  },
  HttpResponseStream: {
    /** Metadata and eight NUL bytes go before what is written first; as in the service, not before nothing. */
    from(stream, metadata) {
      stream.prelude = Buffer.concat([Buffer.from(JSON.stringify(metadata)), Buffer.alloc(8)]);
      return stream;
    },
  },
};

class ResponseStream extends Writable {
  prelude = undefined;
  setContentType() {}
  _write(piece, _encoding, done) {
    const bytes = this.prelude === undefined ? piece : Buffer.concat([this.prelude, piece]);
    this.prelude = undefined;
    parentPort.postMessage({ kind: "piece", bytes: new Uint8Array(bytes) });
    done();
  }
}

// Told before a handler runs, which may never let go of the thread.
const loading = loadHandler(workerData).finally(() => parentPort.postMessage({ kind: "loaded" }));
loading.catch(() => {});

function errorPayload(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  const trace = (error.stack ?? "").split("\n");
  return { errorType: error.name, errorMessage: error.message, trace };
}

function encode(value) {
  const text = JSON.stringify(value) ?? "null";
  if (text.length > MOST_PAYLOAD || Buffer.byteLength(text) > MOST_PAYLOAD) {
    const message = `Response payload size exceeded maximum allowed payload size (${MOST_PAYLOAD} bytes).`;
    throw new RuntimeFailure("Function.ResponseSizeTooLarge", message);
  }
  return text;
}

async function invoke({ event, context, timeoutMs }) {
  const handler = await loading;
  const deadline = Date.now() + timeoutMs;
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error === null || error === undefined ? resolve(result) : reject(error));
    const full = {
      ...context,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
      done: callback,
      succeed: resolve,
      fail: reject,
    };
    if (handler[STREAMING]) {
      const stream = new ResponseStream();
      stream.on("error", reject);
      // What it writes is its answer; it may go on after the handler has returned.
      stream.on("finish", () => resolve(STREAMED));
      Promise.resolve(handler(event, stream, full)).then(() => {
        if (!stream.writableEnded) stream.end();
      }, reject);
      return;
    }
    const result = handler(event, full, callback);
    if (typeof result?.then === "function") result.then(resolve, reject);
  });
}

parentPort.on("message", (invocation) => {
  // A handler that waits for nothing and calls nothing back is done when nothing is left to do.
  parentPort.unref();
  invoke({ ...invocation, event: JSON.parse(invocation.payload) })
    .then((value) => ({ payload: value === STREAMED ? "" : encode(value), failed: false }))
    .catch((error) => ({ payload: JSON.stringify(errorPayload(error)), failed: true }))
    .then((answer) => {
      parentPort.ref();
      parentPort.postMessage({ kind: "answer", ...answer });
    });
});
