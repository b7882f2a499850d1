import { basename } from "node:path";
import { corpusHosts, hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { DocumentFormattingRequest, ShowMessageNotification, type TextEdit } from "vscode-languageserver-protocol/node";
import { type TemplateSummary, TemplatesRequest } from "../src/requests/templates.js";
import { TestClient } from "../src/testing/test-client.js";
import type { TestDocument } from "../src/testing/test-document.js";

const words = (text: string): string => text.replace(/\s+/g, "");

/** Real host files formatted in an editor: templates change in white space alone, and the file around them not at all. */
describe.runIf(hasShared())("formatting the corpus of host files", () => {
  const hosts = hasShared() ? corpusHosts() : [];

  it("writes what it formats, and formats it once", async () => {
    await using client = await TestClient.start();
    const refusals: string[] = [];
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      refusals.push(message);
    });
    const counts = { files: 0, templates: 0, changed: 0 };
    const faults: string[] = [];
    for (const [i, host] of hosts.entries()) {
      // Marks of tests are characters like any others here: the text is put in as it is.
      const document = await client.open(
        "",
        `${i}/${basename(host.path)}`,
        host.kind === "vtl-file" ? "vtl" : "plaintext",
      );
      await document.replace(host.text);
      const before = await templatesOf(client, document);
      const edits = (await format(document)) ?? [];
      await document.replace(document.applied(edits));
      const after = await templatesOf(client, document);
      counts.files++;
      counts.templates += before.length;
      const same =
        before.length === after.length && before.every((one, n) => words(one.text) === words(after[n]?.text ?? ""));
      counts.changed += before.filter((one, n) => one.text !== after[n]?.text).length;
      if (!same) faults.push(`${host.file}: templates changed`);
      const again = (await format(document)) ?? [];
      if (again.length > 0) faults.push(`${host.file}: ${again.length} edits the second time`);
      await document.close();
    }
    console.log(counts, [...new Set(refusals)]);
    expect(faults).toEqual([]);
    expect(counts.changed).toBeGreaterThan(counts.templates / 4);
  });
});

function templatesOf(client: TestClient, { uri }: TestDocument): Promise<readonly TemplateSummary[]> {
  return client.connection.sendRequest(TemplatesRequest, { uri });
}

function format(document: TestDocument): Promise<TextEdit[] | null> {
  return document.ask(DocumentFormattingRequest.type, { options: { tabSize: 2, insertSpaces: true } });
}
