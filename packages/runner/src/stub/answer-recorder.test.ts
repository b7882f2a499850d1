import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BackendRequest, BackendResponse } from "../integration/backend.js";
import { awsRequest, backendRequest, lambdaRequest } from "../node/backends/testing/backend-requests.js";
import { AnswerRecorder, type RecordedAnswer } from "./answer-recorder.js";
import { readStubFile } from "./read-stub-file.js";
import { scriptedBackend } from "./scripted-backend.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const response = (
  body: string,
  headers: readonly (readonly [string, string])[] = [],
  status = 200,
): Extract<BackendResponse, { kind: "response" }> => ({
  kind: "response",
  status,
  headers,
  body: bytes(body),
});
const http = (url: string) => backendRequest({ kind: "http", method: "GET", url });
const at = (path: string, request: BackendRequest): BackendRequest => ({
  ...request,
  client: { httpMethod: "GET", path },
});

type Exchange = readonly [BackendRequest, BackendResponse];

async function record(exchanges: readonly Exchange[], previous: readonly RecordedAnswer[] = []) {
  const recorder = new AnswerRecorder(previous);
  for (const [request, answer] of exchanges) {
    await recorder.recording({ send: async () => answer }).send(request, new AbortController().signal);
  }
  return recorder.answers();
}

/** What a stub file with these answers answers to the same requests, in the same order. */
async function replay(answers: readonly RecordedAnswer[], requests: readonly BackendRequest[]) {
  const { rules, problems } = readStubFile({ path: "stub.json", text: JSON.stringify({ answers }) });
  expect(problems).toEqual([]);
  const backend = scriptedBackend(rules);
  const replayed = [];
  for (const request of requests) replayed.push(await backend.send(request, new AbortController().signal));
  return replayed;
}

const json = [["Content-Type", "application/json"]] as const;

describe("recorded answers", () => {
  it("are those of a stub file that answers the same", async () => {
    const exchanges: Exchange[] = [
      [at("/items/7", awsRequest("dynamodb", "GetItem")), response('{"Item":{}}', json)],
      [at("/items/8", awsRequest("dynamodb", "GetItem")), response('{ "Item": 1.0 }', json, 400)],
      [at("/items/7", awsRequest("dynamodb", "GetItem")), response('{"Item":{"id":"7"}}', json)],
      [at("/items/7", awsRequest("dynamodb", "GetItem")), response('{"Item":{"id":"7"}}', json)],
      [at("/f", lambdaRequest("f:live", {})), { kind: "function", payload: bytes('"text"'), failed: false }],
      [at("/f", lambdaRequest("g", {})), { kind: "function", payload: bytes('{"errorMessage":"no"}'), failed: true }],
      [at("/h", http("https://example.com/h?key=secret")), { kind: "failure", message: "ECONNREFUSED" }],
      [at("/t", http("https://example.com/t")), { kind: "timeout" }],
      [
        at("/b", http("https://example.com/b")),
        { ...response(""), body: Uint8Array.of(0xff, 0, 1), headers: [["Content-Type", "image/png"]] },
      ],
    ];
    const answers = await record(exchanges);
    expect(
      await replay(
        answers,
        exchanges.map(([request]) => request),
      ),
    ).toEqual(exchanges.map(([, answer]) => answer));
    expect(answers).toHaveLength(7);
    expect(answers[4]).toEqual({
      request: "GET /items/7",
      service: "dynamodb",
      action: "GetItem",
      respond: [
        { status: 200, headers: { "Content-Type": "application/json" }, body: { Item: {} } },
        { status: 200, headers: { "Content-Type": "application/json" }, body: { Item: { id: "7" } } },
      ],
    });
  });

  it("hold no secrets, neither of the request nor of the answer, and nothing that is another each time", async () => {
    const request = backendRequest(
      { kind: "http", method: "GET", url: "https://example.com/a?api_key=SECRET" },
      "SECRET",
      [
        ["Authorization", "SECRET"],
        ["X-Amz-Security-Token", "SECRET"],
      ],
    );
    const answer = response("ok", [
      ["Set-Cookie", "session=SECRET"],
      ["X-Amz-Security-Token", "SECRET"],
      ["Date", "Sat, 21 Nov 2026 10:00:00 GMT"],
      ["x-amzn-RequestId", "1"],
      ["X-Kind", "a"],
      ["X-Kind", "b"],
    ]);
    expect(await record([[request, answer]])).toEqual([
      {
        request: "POST /",
        url: "https://example.com/a?*",
        respond: { status: 200, headers: { "X-Kind": ["a", "b"] }, body: "ok" },
      },
    ]);
  });

  it("are in the same order whenever they came", async () => {
    const exchanges: Exchange[] = [
      [at("/b", http("https://example.com/")), response("b")],
      [at("/a", http("https://example.com/")), response("a")],
      [at("/a", awsRequest("sqs", "SendMessage")), response("c")],
    ];
    expect(await record(exchanges)).toEqual(await record(exchanges.toReversed()));
  });

  it("take the place of earlier ones for the same request, and leave others where they are", async () => {
    const others = { route: "GET /x", respond: { body: "by hand", delay: 10 } };
    const old = { url: "https://example.com/", request: "GET /a", respond: { body: "old" } };
    const again: Exchange = [at("/a", http("https://example.com/")), response("new", json)];
    const more: Exchange = [at("/b", http("https://example.com/")), response("more", json)];
    const answers = await record([again, more], [old, others]);
    expect(answers.map(({ respond }) => respond)).toEqual([
      { status: 200, headers: { "Content-Type": "application/json" }, body: "new" },
      others.respond,
      { status: 200, headers: { "Content-Type": "application/json" }, body: "more" },
    ]);
  });

  it("are byte for byte what was answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.string().map(bytes)), async (body) => {
        const exchange: Exchange = [http("https://example.com/"), { ...response(""), body, headers: json }];
        expect(await replay(await record([exchange]), [exchange[0]])).toEqual([exchange[1]]);
      }),
    );
  });
});
