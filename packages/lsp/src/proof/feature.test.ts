import { describe, expect, it } from "vitest";
import { CompiledRequest } from "../requests/compiled.js";
import { ProveRequest } from "../requests/prove.js";
import { TemplatesRequest } from "../requests/templates.js";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";

const client = sharedClient();

describe("vtl/prove", () => {
  it.each(hostNames)("finds the request that breaks the output, and what is to blame, in %s", async (host) => {
    const document = await client.current.openIn(host, `{"a": "[|$input.params('a')|]"}`);
    const reply = await client.current.connection.sendRequest(ProveRequest, { uri: document.uri });
    expect(reply).toMatchObject({ status: "broken", output: "json", range: document.ranges[0] });
    if (reply.status !== "broken") throw new Error(reply.status);
    expect(() => JSON.parse(reply.printed)).toThrow();
  });

  it("proves what is right", async () => {
    const { uri } = await client.current.open(`{"a": $input.json('$.a')}`);
    expect(await client.current.connection.sendRequest(ProveRequest, { uri })).toEqual({
      status: "proved",
      output: "json",
    });
  });

  it("keeps to what the configuration assumes of requests", async () => {
    const config = "overrides:\n  - files: ['word.vtl']\n    assumptions: { parameters: word }\n";
    await using client = await TestClient.start({ files: { "vtl.config.yaml": config } });
    const prove = async (name: string) => {
      const { uri } = await client.open(`{"a": "$input.params('a')"}`, name);
      return (await client.connection.sendRequest(ProveRequest, { uri })).status;
    };
    expect([await prove("any-text.vtl"), await prove("word.vtl")]).toEqual(["broken", "proved"]);
  });

  it("says why it does not apply", async () => {
    const { uri } = await client.current.open(`plain text`);
    const reply = await client.current.connection.sendRequest(ProveRequest, { uri });
    expect(reply).toMatchObject({ status: "not-applicable" });
  });
});

describe("vtl/compiled", () => {
  it("shows the JavaScript of a template", async () => {
    const { uri } = await client.current.open(`hello $input.body`);
    const reply = await client.current.connection.sendRequest(CompiledRequest, { uri });
    expect(reply).toMatchObject({ status: "compiled", code: expect.stringContaining(`"hello "`) });
  });

  it("says why a template has none", async () => {
    const { uri } = await client.current.open(`#if(`);
    const reply = await client.current.connection.sendRequest(CompiledRequest, { uri });
    expect(reply).toMatchObject({ status: "refused", message: expect.stringMatching(/^1:/) });
  });
});

describe("vtl/templates", () => {
  it("lists the templates of a file with their facts", async () => {
    const document = await client.current.openIn("OpenAPI in YAML", `[|{"a": 1}|]`);
    const [template] = await client.current.connection.sendRequest(TemplatesRequest, { uri: document.uri });
    expect(template).toMatchObject({
      label: "POST /orders/{id} request application/json",
      text: `{"a": 1}`,
      embedded: true,
      facts: { direction: "request", path: "/orders/{id}", integration: { service: "dynamodb" } },
    });
  });

  it("reads a file that is not open", async () => {
    client.current.write("disk.vtl", "{}");
    const uri = client.current.uriOf("disk.vtl");
    const templates = await client.current.connection.sendRequest(TemplatesRequest, { uri });
    expect(templates.map(({ text, embedded }) => [text, embedded])).toEqual([["{}", false]]);
    const missing = { uri: client.current.uriOf("missing.vtl") };
    expect(await client.current.connection.sendRequest(TemplatesRequest, missing)).toEqual([]);
  });
});
