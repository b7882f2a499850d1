import { describe, expect, it } from "vitest";
import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
} from "vscode-languageserver-protocol/node";
import { ProveRequest } from "../requests/prove.js";
import { RenderRequest } from "../requests/render.js";
import { NewSampleRequest, SamplesRequest } from "../requests/sample.js";
import { TemplatesRequest } from "../requests/templates.js";
import { sharedClient } from "../testing/shared-client.js";
import type { TestDocument } from "../testing/test-document.js";

const client = sharedClient();

/** What editors call documents that are in no folder of this machine: never saved, of a repository on the web, of a page. */
const URIS = [
  "untitled:Untitled-1",
  "vscode-vfs://github/owner/repository/templates/put.vtl",
  "inmemory://model/1",
  "memfs:/put.vtl",
];

const TEMPLATE = '#set($order = $input.path(\'$.order\'))\n{"id":"$ordr.id","total":$or|der.total}\n';

describe.each(URIS)("a template at %s", (uri) => {
  const withTemplate = async (marked: string, use: (document: TestDocument) => Promise<void>): Promise<void> => {
    const document = await client.current.openAt(uri, marked);
    await use(document);
    await document.close();
  };

  it("has findings", () =>
    withTemplate(TEMPLATE, async () => {
      expect((await client.current.pull(uri)).map(({ code }) => code)).toContain("undefined-reference");
    }));

  it("is explained, renamed and laid out", () =>
    withTemplate(TEMPLATE, async (document) => {
      expect(JSON.stringify(await document.at(HoverRequest.type))).toContain("$order");
      const context = { includeDeclaration: true };
      expect(await document.at(ReferencesRequest.type, { context })).toHaveLength(2);
      const renamed = await document.at(RenameRequest.type, { newName: "request" });
      const edits = renamed?.changes?.[uri] ?? [];
      expect(document.applied(edits)).toBe(document.text.replaceAll("$order", "$request"));
      expect(await document.ask(DocumentSymbolRequest.type)).not.toEqual([]);
      const options = { tabSize: 2, insertSpaces: true };
      const laidOut = (await document.ask(DocumentFormattingRequest.type, { options })) ?? [];
      expect(document.applied(laidOut)).toContain('{ "id": "$ordr.id", "total": $order.total }');
    }));

  it("is completed", () =>
    withTemplate("$input.|", async (document) => {
      const list = await document.at(CompletionRequest.type);
      const items = list === null || Array.isArray(list) ? list : list.items;
      expect(items?.[0]?.label).toBe("path");
    }));

  it("is rendered with a made sample, proved, and has no sample files", () =>
    withTemplate("{\"a\": $input.json('$.a')}|", async () => {
      const { connection } = client.current;
      const rendered = await connection.sendRequest(RenderRequest, { uri, source: { active: true } });
      expect(rendered.status).toBe("rendered");
      expect((await connection.sendRequest(SamplesRequest, { uri })).samples).toEqual([]);
      expect(await connection.sendRequest(TemplatesRequest, { uri })).toHaveLength(1);
      expect(await connection.sendRequest(ProveRequest, { uri })).toMatchObject({ status: "proved" });
    }));
});

it.each([
  ["vscode-vfs://github/owner/put.vtl", "vscode-vfs://github/owner/put.sample.json"],
  ["memfs:/put.vtl", "memfs:/put.sample.json"],
])("a new sample for %s belongs to %s", async (uri, sample) => {
  const document = await client.current.openAt(uri, "$input.json('$.a')");
  const reply = await client.current.connection.sendRequest(NewSampleRequest, { uri });
  expect(reply?.suggestedUri).toBe(sample);
  await document.close();
});
