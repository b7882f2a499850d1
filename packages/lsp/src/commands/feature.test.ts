import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { ApplyWorkspaceEditRequest, ExecuteCommandRequest, type WorkspaceEdit } from "vscode-languageserver-protocol";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";

const client = sharedClient();

const run = (command: string, ...args: unknown[]): Promise<unknown> =>
  client.current.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });

describe("commands", () => {
  it("render, and show what is printed", async () => {
    const { uri } = await client.current.open(`{"a": 1}`);
    expect(await run("vtl.server.render", { uri })).toMatchObject({ status: "rendered", output: `{"a": 1}` });
    await eventually(() => expect(client.current.messages).toContain(`{"a": 1}`));
  });

  it("prove, and show the request that breaks the output", async () => {
    const { uri } = await client.current.open(`{"a": "$input.params('a')"}`);
    expect(await run("vtl.server.prove", { uri })).toMatchObject({ status: "broken" });
    await eventually(() => expect(client.current.messages.join("\n")).toMatch(/This request breaks the output/));
  });

  it("compile, and make samples", async () => {
    const { uri } = await client.current.open(`a`);
    expect(await run("vtl.server.compiled", { uri })).toMatchObject({ status: "compiled" });
    expect(await run("vtl.server.newSample", { uri })).toMatchObject({ from: "references" });
  });

  it("fix a document through the client", async () => {
    await using own = await TestClient.start();
    const edits: WorkspaceEdit[] = [];
    own.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const document = await own.open(`{"a": [1,]}`);
    const params = { command: "vtl.server.fixAll", arguments: [{ uri: document.uri }] };
    expect(await own.connection.sendRequest(ExecuteCommandRequest.type, params)).toBe(true);
    expect(document.applied(edits[0]?.changes?.[document.uri] ?? [])).toBe(`{"a": [1]}`);
  });

  it("refuse what they cannot do", async () => {
    const { uri } = await client.current.open(`a`);
    await expect(run("vtl.server.nothing", { uri })).rejects.toThrow(/no command/);
    await expect(run("vtl.server.render")).rejects.toThrow(/takes a \{uri\}/);
    await expect(run("vtl.server.render", { uri: "file:///nowhere.vtl" })).rejects.toThrow(/no template/);
  });
});
