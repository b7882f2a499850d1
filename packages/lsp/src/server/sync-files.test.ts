import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import {
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol";
import { plainCapabilities } from "../testing/capabilities.js";
import { TestClient } from "../testing/test-client.js";

const OFF = JSON.stringify({ rules: { "undefined-reference": "off" } });

describe("a client that watches nothing", () => {
  it.each([
    ["saved", (client: TestClient) => client.saved("vtl.config.json")],
    ["opened", async (client: TestClient) => void (await client.open("{}", "b.vtl"))],
  ])("has the configuration read again when a document is %s", async (_, tell) => {
    await using client = await TestClient.start({ capabilities: plainCapabilities });
    const { uri } = await client.open("$nowhere", "a.vtl");
    await eventually(() => expect(client.published(uri)).toHaveLength(1));
    client.write("vtl.config.json", OFF);
    await tell(client);
    await eventually(() => expect(client.published(uri)).toEqual([]));
  });

  it("has it read again when a document is closed", async () => {
    await using client = await TestClient.start({ capabilities: plainCapabilities });
    const { uri } = await client.open("$nowhere", "a.vtl");
    const other = await client.open("{}", "b.vtl");
    await eventually(() => expect(client.published(uri)).toHaveLength(1));
    client.write("vtl.config.json", OFF);
    await other.close();
    await eventually(() => expect(client.published(uri)).toEqual([]));
  });

  it("has samples and the files that name a template read again", async () => {
    await using client = await TestClient.start({ capabilities: plainCapabilities });
    const document = await client.open("$input.path('$.|name')", "a.vtl");
    const value = async () => JSON.stringify(await document.at(HoverRequest.type));
    expect(await value()).not.toContain("Ann");
    client.write("a.sample.json", '{"body": {"name": "Ann"}}');
    await client.saved("a.sample.json");
    await eventually(async () => expect(await value()).toContain("Ann"));
    client.write("a.sample.json", '{"body": {"name": "Bob"}}');
    await client.saved("a.vtl");
    await eventually(async () => expect(await value()).toContain("Bob"));
  });
});

describe("a client that watches files", () => {
  it("has an open configuration read again once it is saved", async () => {
    await using client = await TestClient.start({ files: { "vtl.config.json": "{}" } });
    const { uri } = await client.open("$nowhere", "a.vtl");
    await client.open("{}", "vtl.config.json", "json");
    expect(await client.pull(uri)).toHaveLength(1);
    client.write("vtl.config.json", OFF);
    await client.fileChanged("vtl.config.json");
    expect(await client.pull(uri)).toEqual([]);
  });

  it.each([".#a.vtl", "#vtl.config.json#", ".vtl.config.json.swp", "event.json~"])(
    "keeps what it knows when an editor writes %s",
    async (lock) => {
      await using client = await TestClient.start();
      const document = await client.open("$nowhere", "a.vtl");
      let previousResultId = "";
      const pull = async () => {
        const report = await document.ask(DocumentDiagnosticRequest.type, { previousResultId });
        previousResultId = report.resultId ?? "";
        return report.kind;
      };
      // The client's settings come after the first answer, and are a reason to look again.
      await expect.poll(pull, { timeout: 100_000 }).toBe("unchanged");
      await client.fileChanged(lock);
      expect(await pull()).toBe("unchanged");
    },
  );

  it("has the sample of a folder's only template while an editor has a lock beside it", async () => {
    await using client = await TestClient.start({
      files: { "event.json": '{"body": {"name": "Ann"}}', ".#a.vtl": "", "a.vtl": "" },
    });
    const document = await client.open("$input.path('$.|name')", "a.vtl");
    expect(JSON.stringify(await document.at(HoverRequest.type))).toContain("Ann");
  });
});

it("folders come and go", async () => {
  await using client = await TestClient.start({ files: { "one/a.vtl": "a", "two/b.vtl": "b" } });
  const symbols = async () =>
    (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" }))?.map(({ name }) => name);
  expect(await symbols()).toHaveLength(2);
  const event = {
    added: [{ uri: client.uriOf("one"), name: "one" }],
    removed: [{ uri: client.uriOf(""), name: "test" }],
  };
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  expect(await symbols()).toEqual(["a.vtl"]);
});
