import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import type { Backend, HeaderList } from "../integration/backend.js";
import { functionOf } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";
import type { ResponseSink } from "./invocation.js";

/** AWS developer guide, response-transfer-mode and response-transfer-mode-lambda; spec 6.11. */

const STREAM_URI =
  "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/response-streaming-invocations";
const NULS = "\0".repeat(8);

async function* piecesOf(texts: readonly string[], breaksOff?: string): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
  if (breaksOff !== undefined) throw new Error(breaksOff);
}

function streaming(
  texts: readonly string[],
  parts: { headers?: HeaderList; breaksOff?: string; status?: number } = {},
) {
  const { headers = [], breaksOff, status = 200 } = parts;
  const asked: (boolean | undefined)[] = [];
  const backend: Backend = {
    send: async ({ streams }) => {
      asked.push(streams);
      return { kind: "stream", status, headers, body: piecesOf(texts, breaksOff) };
    },
  };
  return { backend, asked };
}

async function invoke(type: "AWS_PROXY" | "HTTP_PROXY", backend: Backend, sink?: ResponseSink) {
  const uri = type === "AWS_PROXY" ? STREAM_URI : "https://backend.example.com/";
  const declared = integration({ type, uri, httpMethod: "POST", streams: true, responses: [] });
  const gateway = createGateway(apiWith(route({ integration: declared })), { backends: [backend] });
  return gateway.invoke(request("POST", "/"), undefined, sink);
}

/** What a client sees, in order. */
function recordingSink() {
  const seen: string[] = [];
  const sink: ResponseSink = {
    start: ({ status, headers }) => seen.push(`${status} ${headers.find(([name]) => name === "X-A")?.[1] ?? ""}`),
    write: (piece) => void seen.push(new TextDecoder().decode(piece)),
  };
  return { seen, sink };
}

describe("an HTTP proxy that streams", () => {
  it("hands on status and headers first, then each piece as it comes", async () => {
    const { seen, sink } = recordingSink();
    const { backend, asked } = streaming(["one ", "", "two"], { status: 201, headers: [["X-A", "a"]] });
    const invocation = await invoke("HTTP_PROXY", backend, sink);
    expect(seen).toEqual(["201 a", "one ", "two"]);
    expect(asked).toEqual([true]);
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([201, "one two"]);
    expect(invocation.steps.at(-1)).toMatchObject({
      name: "response-streaming",
      explanation: "The body was handed on as it came: 7 bytes in 2 pieces.",
    });
  });

  it("asks for the next piece only once the last is taken", async () => {
    const order: string[] = [];
    async function* pieces() {
      for (const text of ["1", "2"]) {
        order.push(`made ${text}`);
        yield new TextEncoder().encode(text);
      }
    }
    const write = async (piece: Uint8Array) => {
      await Promise.resolve();
      order.push(`taken ${new TextDecoder().decode(piece)}`);
    };
    const backend: Backend = { send: async () => ({ kind: "stream", status: 200, headers: [], body: pieces() }) };
    await invoke("HTTP_PROXY", backend, { start: () => {}, write });
    expect(order).toEqual(["made 1", "taken 1", "made 2", "taken 2"]);
  });

  it("takes an answer that is there at once for one piece", async () => {
    const backend: Backend = {
      send: async () => ({ kind: "response", status: 200, headers: [], body: new TextEncoder().encode("all") }),
    };
    const { seen, sink } = recordingSink();
    await invoke("HTTP_PROXY", backend, sink);
    expect(seen).toEqual(["200 ", "all"]);
  });

  it("says that a body broke off: its status is sent already", async () => {
    const { backend } = streaming(["one"], { breaksOff: "aborted" });
    const { response, steps, log } = await invoke("HTTP_PROXY", backend);
    expect(response).toMatchObject({ status: 200, incomplete: "aborted" });
    expect(steps.at(-1)).toMatchObject({ name: "response-streaming", outcome: "failed" });
    expect(log.at(-1)).toContain("Execution failed due to an error while streaming: aborted");
  });

  it("stops when the client is gone, though the backend never ends", async () => {
    const gone = new AbortController();
    let returned = false;
    const endless: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => gone.abort()),
        return: async () => {
          returned = true;
          return { done: true, value: undefined };
        },
      }),
    };
    const backend: Backend = { send: async () => ({ kind: "stream", status: 200, headers: [], body: endless }) };
    const declared = integration({ type: "HTTP_PROXY", uri: "https://backend.example.com/", streams: true });
    const gateway = createGateway(apiWith(route({ integration: declared })), { backends: [backend] });
    const { response } = await gateway.invoke(request("GET", "/"), gone.signal);
    expect([response.incomplete, returned]).toEqual(["the client is gone", true]);
  });
});

describe("a function that streams", () => {
  it.each([
    ["in one piece", [`{"statusCode": 201, "headers": {"X-A": "a"}}${NULS}one two`]],
    ["divided anywhere", [...'{"statusCode":201,"headers":{"X-A":"a"}}', ..."\0".repeat(8), "one ", "two"]],
    [
      "with the delimiter in two pieces",
      ['{"statusCode": 201, "headers": {"X-A": "a"}}\0\0\0', "\0\0\0\0\0one ", "two"],
    ],
  ])("writes metadata, eight NUL bytes and the body: %s", async (_, texts) => {
    const { seen, sink } = recordingSink();
    const invocation = await invoke("AWS_PROXY", streaming(texts).backend, sink);
    expect([seen[0], seen.slice(1).join("")]).toEqual(["201 a", "one two"]);
    expect(textOfResponse(invocation)).toBe("one two");
  });

  it("sets cookies and lists of headers, and may write NUL bytes in its body", async () => {
    const metadata = '{"multiValueHeaders": {"X-B": ["1", "2"]}, "cookies": ["a=1", "b=2"]}';
    const { response } = await invoke("AWS_PROXY", streaming([metadata + NULS, NULS]).backend);
    const values = (wanted: string) => response.headers.filter(([name]) => name === wanted).map(([, value]) => value);
    expect([response.status, values("X-B"), values("Set-Cookie")]).toEqual([200, ["1", "2"], ["a=1", "b=2"]]);
    expect(response.body).toEqual(new Uint8Array(8));
  });

  it.each([
    ["returns a response as if nothing streamed", ['{"statusCode":200,"body":"hi"}'], "no eight NUL bytes"],
    ["writes nothing", [], "it wrote nothing"],
    ["writes metadata that are no JSON", [`hello${NULS}`], "its metadata are no JSON"],
    ["writes metadata that are no object", [`[]${NULS}`], "its metadata are no JSON object"],
    ["writes a body among the metadata", [`{"body": "x"}${NULS}`], "its metadata have the key body"],
    ["writes more than 16 KB of metadata", [" ".repeat(16_500), `{}${NULS}`], "in the first 16384 bytes"],
  ])("that %s is a 502 with the reason", async (_, texts, reason) => {
    const { seen, sink } = recordingSink();
    const { response, steps, log } = await invoke("AWS_PROXY", streaming(texts).backend, sink);
    expect([response.status, seen]).toEqual([502, []]);
    expect(steps.find(({ outcome }) => outcome === "failed")?.explanation).toContain(reason);
    expect(logTexts({ log } as never)).toContain(
      "Execution failed due to configuration error: Malformed Lambda proxy response",
    );
  });

  it("that fails before it has written anything is a 502", async () => {
    expect((await invoke("AWS_PROXY", functionOf({ errorMessage: "boom" }))).response.status).toBe(502);
    const broken = streaming([], { breaksOff: "boom" });
    expect((await invoke("AWS_PROXY", broken.backend)).response.status).toBe(502);
  });

  it("may be stubbed with a buffered answer", async () => {
    const invocation = await invoke("AWS_PROXY", functionOf({ statusCode: 200, body: "hi" }));
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([200, "hi"]);
  });
});
