import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from "vscode-languageserver-protocol";
import { plainCapabilities } from "../testing/capabilities.js";
import { hostNames } from "../testing/hosts.js";
import { sharedClient } from "../testing/shared-client.js";
import { TestClient } from "../testing/test-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

const diagnosticsOf = (document: TestDocument): Promise<readonly Diagnostic[]> => client.current.pull(document.uri);

describe("diagnostics", () => {
  it.each(hostNames)("are those of the linter, at their places in %s", async (host) => {
    const document = await client.current.openIn(host, `{\n  "name": "$[|nme|].first",\n  "b": 1\n}`);
    const found = await diagnosticsOf(document);
    expect(found.map(({ code }) => code)).toContain("undefined-reference");
    const [marked] = document.ranges;
    const one = found.find(({ code }) => code === "undefined-reference");
    expect(one?.range.start.line).toBe(marked?.start.line);
    expect(document.textIn(one!.range)).toContain("nme");
  });

  it.each(hostNames)("are those of the parser, with the page of their code, in %s", async (host) => {
    const document = await client.current.openIn(host, `#if($input.body)\nx`);
    const found = (await diagnosticsOf(document)).find(({ code }) => code === "missing-end");
    expect(found?.severity).toBe(DiagnosticSeverity.Error);
    expect(found?.codeDescription?.href).toMatch(/docs\/codes\/missing-end\.md$/);
  });

  it("link to the page of a rule", async () => {
    const document = await client.current.open(`$nowhere.a`);
    const found = (await diagnosticsOf(document)).find(({ code }) => code === "undefined-reference");
    expect(found?.codeDescription?.href).toMatch(/rules\/undefined-reference\/README\.md$/);
    expect(found?.source).toBe("vtl");
  });

  it("grey out variables that nobody reads, and strike through old names", async () => {
    const document = await client.current.open(`#set([|$x|] = 1)#foreach($i in [1])[|$velocityCount|]#end`);
    const tagged = (await diagnosticsOf(document)).filter(({ tags }) => tags !== undefined);
    expect(tagged.map(({ range, tags, severity }) => ({ range, tags, severity }))).toEqual([
      { range: document.ranges[0], tags: [DiagnosticTag.Unnecessary], severity: DiagnosticSeverity.Hint },
      { range: document.ranges[1], tags: [DiagnosticTag.Deprecated], severity: DiagnosticSeverity.Hint },
    ]);
  });

  it("say nothing of what the host fills in", async () => {
    const text = `Resources:
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: POST
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: !Sub '{"table": "\${Table}", "n": "$nowhere"}'
`;
    const document = await client.current.open(text, "sub.yaml", "yaml");
    const found = await diagnosticsOf(document);
    expect(found.map(({ code, range }) => [code, document.textIn(range)])).toEqual([
      ["undefined-reference", "$nowhere"],
    ]);
  });

  it("are those of integrations too, at the mapping", async () => {
    const text = `openapi: 3.0.1
paths:
  /a:
    get:
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestParameters: {integration.request.header.X: plain}
`;
    const document = await client.current.open(text, "api.yaml", "yaml");
    const found = await diagnosticsOf(document);
    expect(found.map(({ code, range, severity }) => [code, document.textIn(range), severity])).toEqual([
      ["mapping-source", "plain", DiagnosticSeverity.Error],
    ]);
  });

  it("are not computed again for the same version", async () => {
    const document = await client.current.open(`$nowhere`);
    const first = await document.ask(DocumentDiagnosticRequest.type);
    expect(first.kind).toBe("full");
    const again = await document.ask(DocumentDiagnosticRequest.type, { previousResultId: first.resultId! });
    expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
    await document.replace("{}");
    const changed = await document.ask(DocumentDiagnosticRequest.type, { previousResultId: first.resultId! });
    expect(changed).toMatchObject({ kind: "full", items: [] });
  });

  it("are told anew of a document that is opened again under the same version", async () => {
    const first = await client.current.open(`$nowhere`, "again.vtl");
    const before = await first.ask(DocumentDiagnosticRequest.type);
    await first.close();
    const second = await client.current.open(`{}`, "again.vtl");
    const after = await second.ask(DocumentDiagnosticRequest.type, { previousResultId: before.resultId! });
    expect(after).toMatchObject({ kind: "full", items: [] });
  });

  it("of a request that is cancelled are not computed", async () => {
    const document = await client.current.open(`$nowhere`);
    const textDocument = document.identifier;
    // Over a pipe the request can be answered before word of the second message comes.
    await eventually(async () => {
      const source = new CancellationTokenSource();
      const { connection } = client.current;
      const cancelled = connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token);
      source.cancel();
      await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    });
    expect(await diagnosticsOf(document)).toHaveLength(1);
  });

  it("are never sent to a client that asks for them", async () => {
    const document = await client.current.open(`$nowhere`);
    expect(await diagnosticsOf(document)).toHaveLength(1);
    // By when a client that does not ask, and opened its document later, has got its own.
    await using plain = await TestClient.start({ capabilities: plainCapabilities });
    const later = await plain.open(`$nowhere`);
    await eventually(() => expect(plain.published(later.uri)).toHaveLength(1));
    expect(client.current.published(document.uri)).toBeUndefined();
  });

  it.each(["git:/a.vtl", "output:a.vtl"])("are none for %s", async (uri) => {
    const { connection } = client.current;
    const { DidOpenTextDocumentNotification } = await import("vscode-languageserver-protocol");
    const textDocument = { uri, languageId: "vtl", version: 1, text: "$nowhere" };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    expect(await client.current.pull(uri)).toEqual([]);
  });
});

describe("diagnostics of a client that does not ask", () => {
  it("are sent to one that says that it will, until it does", async () => {
    await using late = await TestClient.start();
    const document = await late.open(`$nowhere`);
    await eventually(() => expect(late.published(document.uri)?.length).toBe(1));
    expect(await late.pull(document.uri)).toHaveLength(1);
    await eventually(() => expect(late.published(document.uri)).toEqual([]));
  });

  it("are sent to one that cannot be told to ask again, and follow a changed configuration", async () => {
    const textDocument = { ...plainCapabilities.textDocument, diagnostic: {} };
    await using late = await TestClient.start({ capabilities: { textDocument } });
    expect(late.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const document = await late.open("$nowhere", "a.vtl");
    await eventually(() => expect(late.published(document.uri)?.length).toBe(1));
    late.write("vtl.config.json", JSON.stringify({ rules: { "undefined-reference": "off" } }));
    await late.fileChanged("vtl.config.json");
    await eventually(() => expect(late.published(document.uri)).toEqual([]));
  });

  it("are sent after a pause, and taken back when the document closes", async () => {
    await using plain = await TestClient.start({ capabilities: plainCapabilities });
    expect(plain.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const document = await plain.open(`$nowhere`);
    await eventually(() => expect(plain.published(document.uri)?.length).toBe(1));
    await document.replace("{}");
    await eventually(() => expect(plain.published(document.uri)).toEqual([]));
    await document.replace("$nowhere");
    await eventually(() => expect(plain.published(document.uri)?.length).toBe(1));
    await document.close();
    await eventually(() => expect(plain.published(document.uri)).toEqual([]));
  });
});

describe("the configuration of diagnostics", () => {
  it("is the nearest file's, and no file is needed", async () => {
    await using own = await TestClient.start({
      files: {
        "vtl.config.json": JSON.stringify({ rules: { "undefined-reference": "off" } }),
        "inner/vtl.config.yaml": "rules:\n  undefined-reference: info\n",
      },
    });
    const outer = await own.open("$nowhere", "a.vtl");
    const inner = await own.open("$nowhere", "inner/b.vtl");
    expect(await own.pull(outer.uri)).toEqual([]);
    expect((await own.pull(inner.uri)).map(({ severity }) => severity)).toEqual([DiagnosticSeverity.Information]);
  });

  it("is read again when its file changes", async () => {
    await using own = await TestClient.start();
    const document = await own.open("$nowhere", "a.vtl");
    expect(await own.pull(document.uri)).toHaveLength(1);
    own.write("vtl.config.json", JSON.stringify({ rules: { "undefined-reference": "off" } }));
    await own.fileChanged("vtl.config.json");
    expect(await own.pull(document.uri)).toEqual([]);
  });

  it("is not read again for what tools write", async () => {
    await using own = await TestClient.start();
    const document = await own.open("$nowhere", "a.vtl");
    const { resultId } = await document.ask(DocumentDiagnosticRequest.type);
    await own.fileChanged("node_modules/a/package.json");
    const again = await document.ask(DocumentDiagnosticRequest.type, { previousResultId: resultId! });
    expect(again.kind).toBe("unchanged");
    await own.fileChanged("template.yaml");
    const changed = await document.ask(DocumentDiagnosticRequest.type, { previousResultId: resultId! });
    expect(changed.kind).toBe("full");
  });

  it("has rules of the editor's settings over it", async () => {
    await using own = await TestClient.start({ settings: { rules: { "undefined-reference": "error" } } });
    const document = await own.open("$nowhere", "a.vtl");
    expect((await own.pull(document.uri)).map(({ severity }) => severity)).toEqual([DiagnosticSeverity.Error]);
  });

  it("that is broken is reported, and the recommended rules count", async () => {
    await using own = await TestClient.start({ files: { "vtl.config.json": "{ rules" } });
    const document = await own.open("$nowhere", "a.vtl");
    expect(await own.pull(document.uri)).toHaveLength(1);
    await eventually(() => expect(own.messages.join()).toMatch(/configuration cannot be used/));
  });
});
