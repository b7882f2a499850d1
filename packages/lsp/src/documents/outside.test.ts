import { readFileSync } from "node:fs";
import { OutsideWorld, outsideReferences, SECRET, terraformTemplate, unreadableFiles } from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  CodeLensRequest,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  InlayHintRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { CompiledRequest, ProveRequest, RenderRequest, SamplesRequest, TemplatesRequest } from "../requests/index.js";
import { TestClient } from "../testing/test-client.js";

let world: OutsideWorld;
beforeEach(() => {
  world = new OutsideWorld();
});
afterEach(() => world[Symbol.dispose]());

const startIn = (folder: string, settings: unknown = {}) => TestClient.start({ folder: world.at(folder), settings });

/** Opens a file of the repository as an editor does, with its text; gives its URI. */
async function open(client: TestClient, path: string): Promise<string> {
  const languageId = { tf: "terraform", yaml: "yaml", yml: "yaml" }[path.replace(/^.*\./, "")] ?? "vtl";
  const uri = client.uriOf(path);
  const text = readFileSync(world.at(`repo/${path}`), "utf8");
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version: 1, text },
  });
  return uri;
}

const LINK = "a template that is a link";

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

/** All that the server says of a document, for an editor that asks for everything. */
async function everythingOf({ connection }: TestClient, uri: string): Promise<string> {
  const textDocument = { uri };
  const replies = [
    await connection.sendRequest("textDocument/diagnostic", { textDocument }),
    await connection.sendRequest(DocumentLinkRequest.type, { textDocument }),
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" }),
    await connection.sendRequest(CodeLensRequest.type, { textDocument }),
    await connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE }),
    await connection.sendRequest(CodeActionRequest.type, { textDocument, range: WHOLE, context: { diagnostics: [] } }),
    await connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    }),
    await connection.sendRequest(TemplatesRequest, { uri }),
    await connection.sendRequest(RenderRequest, { uri, source: { made: true } }),
    await connection.sendRequest(RenderRequest, { uri, source: { active: true } }),
    await connection.sendRequest(SamplesRequest, { uri }),
    await connection.sendRequest(ProveRequest, { uri }),
    await connection.sendRequest(CompiledRequest, { uri }),
  ];
  return JSON.stringify(replies);
}

/** What an editor reads in a file; other references are followed by those who run an API, and links by those who look. */
const references = Object.entries(outsideReferences).filter(
  ([name, { isFollowedByRunning }]) => !isFollowedByRunning && name !== LINK,
);

describe.each(Object.entries(outsideReferences))("%s that leads out of the workspace", (_name, reference) => {
  it("is not followed by the server", async () => {
    world.build(reference);
    await using client = await startIn("repo");
    for (const path of Object.keys(reference.files)) {
      const uri = await open(client, path.replace("repo/", ""));
      expect(await everythingOf(client, uri)).not.toContain(SECRET);
    }
    for (const path of Object.keys(reference.links ?? {})) {
      expect(await everythingOf(client, client.uriOf(path.replace("repo/", "")))).not.toContain(SECRET);
    }
    expect(world.changed).toEqual([]);
  });
});

describe.each(references)("%s that leads out of the workspace", (name, reference) => {
  const [file = ""] = Object.keys(reference.files);
  const toldWith = async (settings: unknown): Promise<string> => {
    await using client = await startIn("repo", settings);
    const uri = await open(client, file.replace("repo/", ""));
    return (await client.pull(uri)).map(({ message }) => message).join();
  };

  it("is a finding, unless the settings permit it, which Git's own files have not", async () => {
    world.build(reference);
    const isGits = name.includes("Git");
    expect(await toldWith({})).toMatch(isGits ? /belongs to Git and is not read/ : /is not read; allowOutside/);
    const permitted = await toldWith({ allowOutside: [world.at("outside")] });
    expect(permitted.includes("is not read")).toBe(isGits);
  });
});

it("a template that is a link leading out is read where the settings permit it", async () => {
  world.build(outsideReferences[LINK]!);
  await using client = await startIn("repo", { allowOutside: [world.at("outside")] });
  expect(await everythingOf(client, client.uriOf("a.vtl"))).toContain(SECRET);
});

describe("a configuration", () => {
  it("that extends one outside is not used, and that is told", async () => {
    world.put({ "repo/vtl.config.json": '{"extends": "../outside/vtl.config.json"}', "repo/a.vtl": "x" });
    world.put({ "outside/vtl.config.json": `{"${SECRET}": 1}` });
    await using client = await startIn("repo");
    await client.pull(await open(client, "a.vtl"));
    expect(client.messages.join()).toContain("is not read; allowOutside");
    expect(client.messages.join()).not.toContain(SECRET);
  });

  it("that is a link leading out is not used", async () => {
    world.put({ "outside/vtl.config.json": `{"${SECRET}": 1}`, "repo/a.vtl": "x" });
    world.link("repo/vtl.config.json", "../outside/vtl.config.json");
    await using client = await startIn("repo");
    await client.pull(await open(client, "a.vtl"));
    expect(client.messages.join()).toContain("is not read; allowOutside");
    expect(client.messages.join()).not.toContain(SECRET);
  });
});

it("a sample that is a link leading out is not rendered with", async () => {
  world.put({ "outside/event.json": `{"body": "${SECRET}"}`, "repo/a.vtl": "$input.body" });
  world.link("repo/a.sample.json", "../outside/event.json");
  await using client = await startIn("repo");
  const uri = await open(client, "a.vtl");
  const source = { uri: client.uriOf("a.sample.json") };
  const reply = await client.connection.sendRequest(RenderRequest, { uri, source });
  expect(JSON.stringify(reply)).not.toContain(SECRET);
  expect(await everythingOf(client, uri)).not.toContain(SECRET);
});

describe("what is no file of text, or too large", () => {
  it.each(Object.entries(unreadableFiles))("is named, not read: %s", async (_name, { message, make }) => {
    world.put(terraformTemplate(`file("x.vtl")`));
    make(world, "repo/x.vtl");
    await using client = await startIn("repo");
    const uri = await open(client, "main.tf");
    expect((await client.pull(uri)).map((diagnostic) => diagnostic.message).join()).toContain(message);
  });
});
