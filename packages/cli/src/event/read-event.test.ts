import { type CompleteEvent, type PlainObject, SAMPLE_CONTEXT } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { InputReader } from "../io/input-reader.js";
import { MemoryIo } from "../testing/memory-io.js";
import type { EventFlags } from "./event-flags.js";
import { readEvent } from "./read-event.js";

type Flags = Partial<EventFlags> & { readonly sample?: PlainObject };

function read(
  { sample = {}, ...flags }: Flags,
  files: Record<string, string> = {},
  stdin?: string,
): Promise<CompleteEvent> {
  const io = new MemoryIo(stdin === undefined ? { files } : { files, stdin });
  return readEvent({ sampleContext: true, ...flags }, sample, new InputReader(io));
}

const event = (text: string, name = "event.json") => read({ event: name }, { [name]: text });

describe("our own event", () => {
  it("takes a body that is JSON itself exactly as written", async () => {
    expect((await event('{"body": { "price": 1.0,\n "id": 12345678901234567890 } }')).body).toBe(
      '{ "price": 1.0,\n "id": 12345678901234567890 }',
    );
    expect((await event('{"body": [ 1 ]}')).body).toBe("[ 1 ]");
    expect((await event('{"body": false}')).body).toBe("false");
  });

  it("is recognised as YAML by name, or by content where there is no name", async () => {
    const yaml = 'body: |\n  {"a": 1}\nquerystring:\n  limit: 10\n';
    const expected = { body: '{"a": 1}\n', querystring: { limit: "10" } };
    expect(await event(yaml, "event.yaml")).toMatchObject(expected);
    expect(await event(yaml, "event.yml")).toMatchObject(expected);
    expect(await read({ event: "-" }, {}, yaml)).toMatchObject(expected);
    expect(await read({ event: "-" }, {}, '{"body": "b"}')).toMatchObject({ body: "b" });
    expect(await event("body: {a: [1, x]}", "e.yaml")).toMatchObject({ body: '{"a":[1,"x"]}' });
  });

  it("may begin with a byte order mark", async () => {
    expect((await event('\ufeff{"body": {"a": 1.0}}')).body).toBe('{"a": 1.0}');
  });

  it("keeps __proto__ as an ordinary name", async () => {
    for (const [text, name] of [
      ['{"headers": {"__proto__": "x"}}', "e.json"],
      ["headers:\n  __proto__: x\n", "e.yaml"],
    ] as const) {
      expect(Object.entries((await event(text, name)).headers)).toEqual([["__proto__", "x"]]);
    }
  });

  it("says of a file what is wrong with it, and what to write instead", async () => {
    await expect(event('{"queryStringParameters": {}}')).rejects.toMatchObject({
      message: "unknown field 'queryStringParameters'",
      location: { name: "event.json", range: { start: 1, end: 24 } },
      hint: "use 'querystring'",
    });
    await expect(event("[]")).rejects.toThrow("this must be an object");
  });

  it("points at the place where JSON or YAML is broken", async () => {
    await expect(event('{\n  "body": "x",\n}')).rejects.toMatchObject({
      message: "not JSON: there is a comma before '}'",
      location: { name: "event.json", range: { start: 15, end: 18 } },
    });
    await expect(event("a: [1\nb: 2\n", "e.yaml")).rejects.toMatchObject({
      message: expect.stringMatching(/^not YAML: /),
      location: { name: "e.yaml" },
    });
  });

  it("refuses YAML that would explode or is nested beyond the stack", async () => {
    const laughs = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe"]) laughs.push(`${name}: &${name} [${`*${of},`.repeat(9)}]`);
    await expect(event(laughs.join("\n"), "e.yaml")).rejects.toThrow("cannot use e.yaml");
    await expect(event(`a: ${"[".repeat(100_000)}`, "e.yaml")).rejects.toThrow(/cannot use e.yaml|not YAML/);
  });
});

describe("a Lambda-proxy event", () => {
  it("is recognised in a file", async () => {
    const proxy = {
      httpMethod: "GET",
      path: "/x",
      body: "b",
      pathParameters: { id: 7 },
      requestContext: { stage: "s" },
    };
    expect(await event(JSON.stringify(proxy))).toMatchObject({
      body: "b",
      path: { id: "7" },
      context: { httpMethod: "GET", path: "/x", stage: "s" },
    });
    await expect(event(JSON.stringify({ ...proxy, body: 1 }))).rejects.toThrow("'body' of a Lambda-proxy");
  });
});

describe("flags", () => {
  it("override the event file name by name", async () => {
    const files = {
      "event.json": `{"body": "old", "headers": {"A": "1", "B": "1"}, "querystring": {"q": ["1", "2"]},
        "path": {"id": "1"}, "stageVariables": {"s": "1", "t": "1"}}`,
      "body.txt": "new\n",
    };
    const flags = {
      event: "event.json",
      body: "body.txt",
      header: ["A=2", "A=3", "C="],
      query: ["q=x=y"],
      path: ["id=1", "id=2"],
      stageVar: ["s=2"],
    };
    expect(await read(flags, files)).toEqual({
      body: "new\n",
      headers: { A: ["2", "3"], B: "1", C: "" },
      querystring: { q: "x=y" },
      path: { id: "2" },
      stageVariables: { s: "2", t: "1" },
      context: {},
    });
  });

  it.each(["query", "path", "stageVar", "contextSet", "claim"] as const)("--%s needs name=value", async (flag) => {
    await expect(read({ [flag]: ["=x"] })).rejects.toThrow("has no name and value");
    await expect(read({ [flag]: ["x"] })).rejects.toThrow("has no name and value");
  });

  it("write a header as curl does or with =, and give the body itself or its file", async () => {
    const files = { "body.json": "{}" };
    const header = ["A: 1", "B=x: y", "C:z=1", "D=", "E : a "];
    expect((await read({ header, data: "@body.json" }, files)).headers).toEqual({
      A: "1",
      B: "x: y",
      C: "z=1",
      D: "",
      E: "a",
    });
    expect((await read({ data: '{"a": 1}' })).body).toBe('{"a": 1}');
    for (const flags of [{ data: "@body.json" }, { body: "body.json" }])
      expect((await read(flags, files)).body).toBe("{}");
    for (const flags of [{ data: "-" }, { data: "@-" }, { body: "-" }])
      expect((await read(flags, {}, "in")).body).toBe("in");
    await expect(read({ data: "x", body: "body.json" }, files)).rejects.toThrow("--data and --body both give the body");
    await expect(read({ header: ["=x"] })).rejects.toThrow("-H =x is no header");
    expect((await read({ claim: ["sub=42", "custom:t=1"], sourceIp: "9.9.9.9" })).context).toEqual({
      authorizer: { claims: { sub: "42", "custom:t": "1" } },
      identity: { sourceIp: "9.9.9.9" },
    });
  });

  it("build $context in layers: the event's or the sample, file, single entries, time and id", async () => {
    const files = {
      "event.json": '{"context": {"stage": "event", "apiId": "event", "identity": {"sourceIp": "9.9.9.9"}}}',
      "context.yaml":
        "apiId: file\nidentity:\n  userAgent: file\nauthorizer:\n  claims:\n    sub: file\n    email: e\n",
    };
    const given = {
      context: "context.yaml",
      contextSet: ["authorizer.claims.sub=flag", "requestId=x"],
      time: "2025-02-01T00:00:01Z",
      requestId: "flag",
    };
    const laidOver = {
      apiId: "file",
      authorizer: { claims: { sub: "flag", email: "e" } },
      requestTime: "01/Feb/2025:00:00:01 +0000",
      requestTimeEpoch: Date.UTC(2025, 1, 1, 0, 0, 1),
      requestId: "flag",
    };
    expect((await read({ ...given, sample: SAMPLE_CONTEXT, event: "event.json" }, files)).context).toEqual({
      ...laidOver,
      stage: "event",
      identity: { sourceIp: "9.9.9.9", userAgent: "file" },
    });
    expect((await read({ ...given, sample: SAMPLE_CONTEXT }, files)).context).toEqual({
      ...SAMPLE_CONTEXT,
      ...laidOver,
      identity: { ...(SAMPLE_CONTEXT.identity as object), userAgent: "file" },
    });
  });
});

describe("the sample $context", () => {
  it("is used only where nothing is said about $context", async () => {
    const proxy = '{"httpMethod": "GET", "requestContext": {"stage": "s"}}';
    const files = { "none.json": "{}", "some.json": '{"context": {}}', "proxy.json": proxy };
    const contextOf = async (flags: Flags) => (await read({ sample: SAMPLE_CONTEXT, ...flags }, files)).context;
    expect(await contextOf({})).toEqual(SAMPLE_CONTEXT);
    expect(await contextOf({ event: "none.json" })).toEqual(SAMPLE_CONTEXT);
    expect(await contextOf({ event: "some.json" })).toEqual({});
    expect(await contextOf({ event: "proxy.json" })).toEqual({ httpMethod: "GET", stage: "s" });
  });
});
