import { describe, expect, it } from "vitest";
import { type RenderReply, RenderRequest } from "../requests/render.js";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

type Reply<Status> = Extract<RenderReply, { readonly status: Status }>;

async function render<Status extends RenderReply["status"]>(
  document: TestDocument,
  status: Status,
  event: object = {},
): Promise<Reply<Status>> {
  const reply = await client.current.connection.sendRequest(RenderRequest, { uri: document.uri, source: { event } });
  expect(reply.status).toBe(status);
  return reply as Reply<Status>;
}

describe("vtl/render", () => {
  it.each(hostNames)("prints what the service prints, and tells where each part comes from, in %s", async (host) => {
    const document = await client.current.openIn(host, `{\n  "id": "[|$input.params('id')|]"\n}`);
    const reply = await render(document, "rendered", { path: { id: "42" } });
    // A heredoc ends with its last line.
    expect(reply.output.trimEnd()).toBe(`{\n  "id": "42"\n}`);
    expect(reply.language).toBe("json");
    expect(reply.problems).toEqual([]);
    const at = reply.output.indexOf("42");
    const part = reply.parts.find(({ outputStart, outputEnd }) => outputStart === at && outputEnd === at + 2);
    expect(part?.range).toEqual(document.ranges[0]);
    expect(reply.template.text.slice(part?.templateStart, part?.templateEnd)).toBe("$input.params('id')");
  });

  it("tells overrides", async () => {
    const document = await client.current.open(`#set($context.responseOverride.status = 404){}`);
    const reply = await render(document, "rendered");
    expect(reply.overrides).toEqual({ responseOverride: { status: 404 } });
  });

  it("tells where the output is no JSON", async () => {
    const document = await client.current.open(`{"a": "$input.params('a')"}`);
    const { output, problems } = await render(document, "rendered", { querystring: { a: "\n" } });
    expect(problems.map(({ start, end }) => output.slice(start, end))).toEqual([`"`]);
    expect(problems[0]?.message).toMatch(/must be escaped/);
  });

  it("tells what the service answers with an error to, and where", async () => {
    const document = await client.current.open(`$input.path('$.a')[|.substring(3)|]`);
    const reply = await render(document, "failed", { body: { a: "x" } });
    expect(reply.code).toBe("java-exception");
    expect(reply.range).toEqual(document.ranges[0]);
  });

  it("shows the diagnostics of a template that does not compile", async () => {
    const reply = await render(await client.current.open(`#if(`), "refused");
    expect(reply.diagnostics.map(({ code }) => code)).toEqual(["missing-end", "unclosed-parenthesis"]);
  });

  it("keeps a body's text as it was written", async () => {
    const document = await client.current.open(`$input.json('$')`);
    const source = { text: `{"body": {"price": 1.0}}` };
    const reply = await client.current.connection.sendRequest(RenderRequest, { uri: document.uri, source });
    expect(reply).toMatchObject({ status: "rendered", output: `{"price":1.0}` });
  });

  it.each([
    [`{"headers": 1}`, /'headers' must be an object/],
    [`{"header": {}}`, /unknown field 'header'; use 'headers'/i],
    [`[]`, /event must be/i],
  ])("says what is wrong with the event %s", async (text, message) => {
    const document = await client.current.open(`{}`);
    const reply = await client.current.connection.sendRequest(RenderRequest, { uri: document.uri, source: { text } });
    expect(reply).toMatchObject({ status: "bad-event", message: expect.stringMatching(message) });
  });

  it("finds the template by its address, by a position, and says when there is none", async () => {
    const document = await client.current.openIn("OpenAPI in JSON", `|a`);
    const { connection } = client.current;
    const source = { event: {} };
    const byPosition = await connection.sendRequest(RenderRequest, {
      uri: document.uri,
      position: document.cursor(),
      source,
    });
    expect(byPosition.status).toBe("rendered");
    const { address } = (byPosition as Reply<"rendered">).template;
    expect(await connection.sendRequest(RenderRequest, { uri: document.uri, address, source })).toEqual(byPosition);
    const nowhere = { uri: document.uri, position: { line: 0, character: 0 }, source };
    expect(await connection.sendRequest(RenderRequest, nowhere)).toEqual({ status: "no-template" });
  });

  it("takes a sample beside the template, a configured one, or makes one up", async () => {
    await using own = await TestClient.start({
      files: {
        "put.sample.json": `{"querystring": {"a": "beside"}}`,
        "samples/other.yaml": `querystring: { a: configured }`,
        "vtl.config.yaml": `overrides: [{ files: ["get.vtl"], samples: ["samples/*.yaml"] }]`,
      },
    });
    const output = async (path: string): Promise<unknown> => {
      const { uri } = await own.open(`$input.params('a')`, path);
      const reply = await own.connection.sendRequest(RenderRequest, { uri, source: { active: true } });
      return reply.status === "rendered" ? reply.output : reply;
    };
    expect(await output("put.vtl")).toBe("beside");
    expect(await output("get.vtl")).toBe("configured");
    expect(await output("delete.vtl")).toBe("text");
  });
});
