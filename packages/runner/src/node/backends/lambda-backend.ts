import { PassThrough } from "node:stream";
import { isJson } from "@apigw-vtl/compiler";
import type { FunctionDefinition } from "@apigw-vtl/definitions";
import type { Backend, BackendRequest, BackendResponse } from "../../integration/backend.js";
import { functionNameOf } from "../../stub/scripted-backend.js";
import type { FoundHandler, HandlerFile } from "./find-handler.js";
import { payloadOf } from "./lambda-errors.js";
import { LambdaFunction } from "./lambda-function.js";

/** Where the code of functions is, and what it sees. */
export interface LambdaBackendOptions {
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
  /** Where a function's code is, by its name. */
  readonly codeOf: (name: string) => Promise<FoundHandler>;
  /** What every function's environment has beside its own variables; asked once, when the first function is invoked. */
  readonly environment?: () => Promise<Readonly<Record<string, string>>>;
  /** What functions write to stdout and stderr. */
  readonly onOutput?: (functionName: string, text: string) => void;
}

/** Lambda integrations whose code is on this machine. */
export interface LambdaBackend extends Backend {
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_SECONDS = 3;

/** Runs functions' handlers in threads of this process. */
export function lambdaBackend(options: LambdaBackendOptions): LambdaBackend {
  const running = new Map<string, LambdaFunction>();
  let shared: Promise<Readonly<Record<string, string>>> | undefined;
  const functionOf = async (name: string, code: HandlerFile, region: string): Promise<LambdaFunction> => {
    shared ??= options.environment?.() ?? Promise.resolve({});
    const around = await shared;
    const known = running.get(name);
    if (known !== undefined) return known;
    const environment = { ...environmentOf(name, region), ...around, ...options.functions[name]?.environment };
    const made = new LambdaFunction({ file: code.file, handler: code.handler, environment }, (text) =>
      options.onOutput?.(name, text),
    );
    running.set(name, made);
    return made;
  };
  return {
    standsFor: ({ target }) =>
      target.kind === "lambda" ? `the local function ${functionNameOf(target.functionArn)}` : undefined,
    async send(request): Promise<BackendResponse | undefined> {
      const { target } = request;
      if (target.kind !== "lambda") return undefined;
      const [, , , region = "us-east-1"] = target.functionArn.split(":");
      const name = functionNameOf(target.functionArn);
      const code = await options.codeOf(name);
      if (code.kind !== "file") return undefined;
      const timeoutSeconds = options.functions[name]?.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
      const answer = invoke(await functionOf(name, code, region), request, name, timeoutSeconds);
      if (!target.asynchronous) return answer;
      // The service answers at once and runs the function later.
      answer.catch(() => {});
      return { kind: "response", status: 202, headers: [], body: new Uint8Array() };
    },
    async close() {
      await Promise.all([...running.values()].map((each) => each.close()));
      running.clear();
    },
  };
}

async function invoke(
  code: LambdaFunction,
  { target, body, requestId, streams }: BackendRequest,
  name: string,
  timeoutSeconds: number,
): Promise<BackendResponse> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const payload = body.length === 0 ? "{}" : new TextDecoder().decode(body);
  if (!isJson(payload)) {
    // As Lambda's own API refuses it.
    const message = JSON.stringify({ Type: "User", message: "Could not parse request body into json" });
    const headers = [["x-amzn-ErrorType", "InvalidRequestContentException"]] as const;
    return { kind: "response", status: 400, headers, body: encode(message) };
  }
  const context = {
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: target.kind === "lambda" ? target.functionArn : "",
    memoryLimitInMB: "512",
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
  };
  const pieces = new PassThrough();
  const ended = code
    .run({ payload, context, timeoutMs: timeoutSeconds * 1000 }, (bytes) => pieces.write(bytes))
    .then((outcome) => payloadOf(outcome, { requestId, timeoutSeconds, time: Date.now() }));
  if (streams) return streamOf(pieces, ended);
  const answer = await ended;
  const written = pieces.read() as Buffer | null;
  return { kind: "function", payload: written ?? encode(answer.payload), failed: answer.failed };
}

/** What a function writes, or returns if it does not stream; one that fails before it has written anything is a failure. */
async function streamOf(
  pieces: PassThrough,
  ended: Promise<{ readonly payload: string; readonly failed: boolean }>,
): Promise<BackendResponse> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  let started = false;
  const all = ended.then((answer) => {
    started ||= pieces.readableLength > 0;
    if (!answer.failed) pieces.end(started ? undefined : encode(answer.payload));
    else if (started) pieces.destroy(new Error(JSON.parse(answer.payload).errorMessage));
    return answer;
  });
  const first = new Promise<undefined>((resolve) => {
    pieces.once("readable", () => {
      started ||= pieces.readableLength > 0;
      resolve(undefined);
    });
  });
  const answer = await Promise.race([all, first]);
  if (answer?.failed && !started) return { kind: "function", payload: encode(answer.payload), failed: true };
  return { kind: "stream", status: 200, headers: [], body: pieces };
}

/** Of this process's environment a function gets what programs need to run, and no one's account. */
function environmentOf(name: string, region: string): Record<string, string> {
  const passed = ["PATH", "HOME", "LANG", "TMPDIR", "TEMP", "SystemRoot"].flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    TZ: ":UTC",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: "LOCAL",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512",
  };
}
