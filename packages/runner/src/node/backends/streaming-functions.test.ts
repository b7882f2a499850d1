import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anyFile } from "./code-reader.js";
import { findHandler } from "./find-handler.js";
import { type LambdaBackend, lambdaBackend } from "./lambda-backend.js";
import { lambdaRequest } from "./testing/backend-requests.js";

const stream = (body: string) =>
  `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} });`;
const MODULES: Readonly<Record<string, string>> = {
  writes: stream(
    "const out = awslambda.HttpResponseStream.from(stream, { statusCode: 201 }); out.write('one '); await new Promise(setImmediate); out.write(event.a); out.end();",
  ),
  pipes: stream(
    "const { Readable } = require('node:stream'); const { pipeline } = require('node:stream/promises'); await pipeline(Readable.from(['a', 'b']), awslambda.HttpResponseStream.from(stream, {}));",
  ),
  forgets: stream("stream.write('no end');"),
  silent: stream("awslambda.HttpResponseStream.from(stream, { statusCode: 302 }).end();"),
  throws: stream("throw new RangeError('too far');"),
  breaks: stream(
    "stream.write('some'); await new Promise((resolve) => setTimeout(resolve, 20)); throw new Error('later');",
  ),
  buffered: "exports.handler = async () => ({ statusCode: 200, body: 'hi' });",
};

let folder: string;
let backend: LambdaBackend;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-streaming-"));
  for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(folder, `${name}.js`), text);
  const functionOf = (name: string) => ({ name, handler: `${name}.handler`, timeoutSeconds: 20, environment: {} });
  const functions = Object.fromEntries(Object.keys(MODULES).map((name) => [name, functionOf(name)]));
  backend = lambdaBackend({ functions, codeOf: (name) => findHandler(functions[name]!, folder, anyFile) });
});

afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true });
});

async function written(name: string): Promise<string> {
  const request = { ...lambdaRequest(name, { a: "two" }), streams: true };
  const answer = await backend.send(request, new AbortController().signal);
  if (answer?.kind === "function") return `failed: ${new TextDecoder().decode(answer.payload)}`;
  if (answer?.kind !== "stream") throw new Error(`no stream: ${answer?.kind}`);
  let text = "";
  try {
    for await (const piece of answer.body) text += new TextDecoder().decode(piece);
  } catch (error) {
    return `${text} breaks off: ${error instanceof Error ? error.message : error}`;
  }
  return text;
}

const NULS = "\0".repeat(8);

it.each([
  ["writes", `{"statusCode":201}${NULS}one two`],
  ["pipes", `{}${NULS}ab`],
  ["forgets", "no end"],
  // As on AWS: the metadata go before what is written first.
  ["silent", ""],
  ["buffered", '{"statusCode":200,"body":"hi"}'],
  ["breaks", "some breaks off: later"],
])("a handler that streams, or does not: %s", async (name, text) => {
  expect(await written(name)).toBe(text);
});

it("one that throws before it writes has failed", async () => {
  expect(await written("throws")).toMatch(/^failed: \{"errorType":"RangeError","errorMessage":"too far"/);
});

it("invoked without streaming, what a handler writes is its payload", async () => {
  const answer = await backend.send(lambdaRequest("writes", { a: "two" }), new AbortController().signal);
  expect(answer?.kind === "function" && new TextDecoder().decode(answer.payload)).toBe(
    `{"statusCode":201}${NULS}one two`,
  );
});
