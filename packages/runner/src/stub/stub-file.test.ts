import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { BackendRequest } from "../integration/backend.js";
import { awsRequest, backendRequest, lambdaRequest } from "../node/backends/testing/backend-requests.js";
import { readStubFile } from "./read-stub-file.js";
import { scriptedBackend } from "./scripted-backend.js";

const SCRIPT = `
answers:
  - service: states
    action: StartExecution
    respond:
      - {status: 400, body: {__type: ExecutionAlreadyExists}}
      - body: {executionArn: "arn:1"}
  - function: orders
    respond: {error: {errorType: NotFound, errorMessage: "404: none"}}
  - type: aws
    service: lambda
    respond: {payload: [1, 2]}
  - url: https://*.example.com/*.json
    respond: {status: 201, headers: {Content-Type: text/plain, X-Two: [a, b]}, body: text}
  - url: https://slow.example.com/
    respond: {timeout: true}
  - route: post /
    service: sqs
    respond: {failure: gone}
`;

const schema: object = JSON.parse(readFileSync(new URL("./stub-file.schema.json", import.meta.url), "utf8"));
const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);

async function scriptedAnswers(script: string, ...requests: BackendRequest[]) {
  const backend = scriptedBackend(readStubFile({ path: "stub.yaml", text: script }).rules);
  const answers = [];
  for (const request of requests) answers.push(await backend.send(request, new AbortController().signal));
  return answers;
}

async function ask(script: string, ...requests: BackendRequest[]) {
  return (await scriptedAnswers(script, ...requests)).map((answer) => {
    if (answer?.kind === "response") return { ...answer, body: new TextDecoder().decode(answer.body) };
    return answer?.kind === "function" ? { ...answer, payload: new TextDecoder().decode(answer.payload) } : answer;
  });
}

const http = (url: string) => backendRequest({ kind: "http", method: "GET", url });
const problemsOf = (text: string) =>
  readStubFile({ path: "s.yaml", text }).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("a stub file", () => {
  it("is what its JSON Schema says", () => {
    expect(isValid(parse(SCRIPT)), JSON.stringify(isValid.errors)).toBe(true);
    expect(readStubFile({ path: "stub.yaml", text: SCRIPT }).problems).toEqual([]);
  });

  it("answers in turn, the last answer staying", async () => {
    const start = awsRequest("states", "StartExecution");
    const [first, second, third] = await ask(SCRIPT, start, start, start);
    expect(first).toMatchObject({ kind: "response", status: 400, body: '{"__type":"ExecutionAlreadyExists"}' });
    expect(second).toMatchObject({ status: 200, body: '{"executionArn":"arn:1"}' });
    expect(third).toEqual(second);
  });

  it("answers for functions", async () => {
    const [orders, other] = await ask(SCRIPT, lambdaRequest("orders", {}), lambdaRequest("other", {}));
    expect(orders).toEqual({
      kind: "function",
      payload: '{"errorType":"NotFound","errorMessage":"404: none"}',
      failed: true,
    });
    expect(other).toEqual({ kind: "function", payload: "[1,2]", failed: false });
  });

  it("answers for URLs with stars", async () => {
    const [json, html, slow] = await ask(
      SCRIPT,
      http("https://api.example.com/pets/1.json"),
      http("https://api.example.com/pets/1.html"),
      http("https://slow.example.com/"),
    );
    expect(json).toMatchObject({
      status: 201,
      headers: [
        ["Content-Type", "text/plain"],
        ["X-Two", "a"],
        ["X-Two", "b"],
      ],
      body: "text",
    });
    expect(html).toBeUndefined();
    expect(slow).toEqual({ kind: "timeout" });
  });

  it("sends its texts as they are, what looks like a variable too", async () => {
    const [answer] = await ask(
      "answers: [{ respond: { body: '${self:custom.a} ${file(x.yml)}' } }]",
      http("https://a/"),
    );
    expect(answer).toMatchObject({ body: "${self:custom.a} ${file(x.yml)}" });
  });

  it("answers for requests of the client, with bytes where it says so", async () => {
    const script =
      "answers: [{ request: 'post /', respond: { base64: //8= } }, { request: GET /, respond: { body: no } }]";
    const [answer] = await scriptedAnswers(script, http("https://a/"));
    expect(answer).toMatchObject({ body: Uint8Array.of(255, 255) });
    expect(problemsOf("answers: [{ respond: { base64: '?' } }]")).toEqual(["1:32 this is no Base64"]);
  });

  it("answers for routes of the API", async () => {
    expect(await ask(SCRIPT, awsRequest("sqs", "SendMessage"))).toEqual([{ kind: "failure", message: "gone" }]);
  });

  it.each([
    ["answers: {}", "1:10 a stub file has a list called answers"],
    ["answers:\n  - service: sqs", "2:5 the answer does not say what to respond"],
    ["answers:\n  - respond: {staus: 200}", "2:22 a response has no staus"],
    ["answers:\n  - respond: {status: 99}", "2:23 status is a whole number from 100 to 599"],
    ["answers:\n  - sevice: sqs\n    respond: {body: 1}", "2:13 an answer has no sevice"],
    ["answers:\n  - respond: hello", "2:14 a response of a stub file is a map"],
  ])("with a mistake is refused, at its place: %j", (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
    expect(isValid(parse(text))).toBe(false);
  });

  it("that is no YAML is refused", () => {
    expect(problemsOf("answers: [")[0]).toMatch(/^1:\d+ not valid YAML/);
  });

  it("of any text is read without an exception", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"answers": [${json}]}`),
        ),
        (text) => {
          expect(readStubFile({ path: "s.json", text }).rules).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
