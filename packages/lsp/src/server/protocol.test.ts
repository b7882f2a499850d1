import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  ErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { testHost } from "../testing/test-host.js";
import { createServer } from "./create-server.js";
import { ProtocolGuard } from "./protocol-guard.js";

function connect(): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const options = { messageStrategy: new ProtocolGuard() };
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), options);
  createServer(server, testHost);
  server.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return client;
}

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };
const HOVER = { textDocument: { uri: "file:///a.vtl" }, position: { line: 0, character: 0 } };
const refusal = (code: number) => expect.objectContaining({ code });

describe("the protocol", () => {
  it("says who serves, and in which version", async () => {
    const { serverInfo } = await connect().sendRequest<{ serverInfo: object }>("initialize", INITIALIZE);
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(serverInfo).toEqual({ name: "vtl", version: manifest.version });
  });

  it("refuses requests before initialize, and leaves notifications out", async () => {
    const client = connect();
    await client.sendNotification("textDocument/didOpen", { textDocument: null });
    await expect(client.sendRequest("textDocument/hover", HOVER)).rejects.toEqual(
      refusal(ErrorCodes.ServerNotInitialized),
    );
    await expect(client.sendRequest("shutdown")).rejects.toEqual(refusal(ErrorCodes.ServerNotInitialized));
    await client.sendRequest("initialize", INITIALIZE);
    expect(await client.sendRequest("textDocument/hover", HOVER)).toBeNull();
  });

  it("refuses a second initialize, and goes on", async () => {
    const client = connect();
    await client.sendRequest("initialize", INITIALIZE);
    await expect(client.sendRequest("initialize", INITIALIZE)).rejects.toEqual(refusal(ErrorCodes.InvalidRequest));
    expect(await client.sendRequest("textDocument/hover", HOVER)).toBeNull();
  });

  it("refuses all requests after shutdown", async () => {
    const client = connect();
    await client.sendRequest("initialize", INITIALIZE);
    await client.sendRequest("shutdown");
    for (const method of ["textDocument/hover", "shutdown", "initialize"]) {
      await expect(client.sendRequest(method, HOVER)).rejects.toEqual(refusal(ErrorCodes.InvalidRequest));
    }
  });

  it.each([
    ["initialize", { capabilities: null }],
    ["textDocument/hover", { textDocument: {}, position: { line: 0, character: 0 } }],
    ["textDocument/hover", { textDocument: { uri: "file:///a.vtl" }, position: { line: -1, character: 0 } }],
    ["textDocument/rename", HOVER],
    ["textDocument/selectionRange", { textDocument: { uri: "file:///a.vtl" }, positions: [{}] }],
    ["vtl/render", { uri: 7 }],
    ["workspace/symbol", null],
  ])("refuses wrong parameters of %s: %j", async (method, params) => {
    const client = connect();
    if (method !== "initialize") await client.sendRequest("initialize", INITIALIZE);
    await expect(client.sendRequest(method, params)).rejects.toEqual(refusal(ErrorCodes.InvalidParams));
  });

  it("leaves out notifications that it cannot use: a document without a text, a change of nothing", async () => {
    const client = connect();
    await client.sendRequest("initialize", INITIALIZE);
    const textDocument = { uri: "file:///a.vtl", languageId: "vtl", version: 1 };
    await client.sendNotification("textDocument/didOpen", { textDocument });
    await client.sendNotification("textDocument/didOpen", { textDocument: { ...textDocument, text: "$x" } });
    await client.sendNotification("textDocument/didChange", { textDocument: { ...textDocument, version: 2 } });
    await client.sendNotification("$/cancelRequest", {});
    expect(await client.sendRequest("textDocument/foldingRange", { textDocument })).toEqual([]);
  });
});
