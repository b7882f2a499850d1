import fc from "fast-check";

const REQUESTS = [
  "GET /items/7?a=1&b=%20 HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n",
  'POST /items/7 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}',
  "POST /items/7 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
  "GET /items/7 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /items/8 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "POST /_vtl/invoke HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
  "PUT /items/7 HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
  "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "GET /items/7 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
];

/** What parsers of HTTP stumble over. */
const STUMBLING = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  " ",
  ":",
  "%",
  "%zz",
  "%c0%af",
  "../",
  "//",
  "\u00ff",
  "HTTP/9.9",
  "Content-Length: -1\r\n",
  "Content-Length: 99999999999999999999\r\n",
  "Content-Length: 0x10\r\n",
  "Transfer-Encoding: gzip, chunked\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Host: evil.example\r\n",
  "Expect: nothing\r\n",
  "ffffffffffffffff\r\n",
  `X: ${"y".repeat(12_000)}\r\n`,
  "?".repeat(300),
  "{proxy+}",
  "__proto__",
];

/** An edit of a request's bytes. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(200), text: fc.constantFrom(...STUMBLING) }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(200), count: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("replace" as const), at: fc.nat(200), code: fc.nat(255) }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(200) }),
);

/** Bytes that are no good request, mostly: good ones with mistakes put in, pieces of some, and noise. */
export const malformedRequest: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...REQUESTS), fc.array(edit, { minLength: 1, maxLength: 4 })).map(apply),
  },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom("GET", "POST", " ", "/", "HTTP/1.1", ...STUMBLING), { minLength: 1, maxLength: 12 })
      .map((parts) => Buffer.from(parts.join(""), "latin1")),
  },
);

type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function apply([request, edits]: readonly [string, readonly Edit[]]): Buffer {
  let text = request;
  for (const change of edits) {
    const at = change.at % (text.length + 1);
    const [before, after] = [text.slice(0, at), text.slice(at)];
    switch (change.kind) {
      case "insert":
        text = before + change.text + after;
        break;
      case "delete":
        text = before + after.slice(change.count);
        break;
      case "replace":
        text = before + String.fromCharCode(change.code) + after.slice(1);
        break;
      case "cut":
        text = before;
    }
  }
  return Buffer.from(text, "latin1");
}
