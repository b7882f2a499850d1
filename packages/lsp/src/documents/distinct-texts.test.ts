import { describe, expect, it } from "vitest";
import { DocumentFormattingRequest, InlayHintRequest } from "vscode-languageserver-protocol";
import { sharedClient } from "../testing/shared-client.js";

const client = sharedClient();

/** One text in two templates, by an alias of YAML. */
const shared = (lines: readonly string[]): string => `openapi: 3.0.1
paths:
  /a:
    post:
      x-amazon-apigateway-integration:
        requestTemplates:
          application/json: &text |
${lines.map((line) => `            ${line}\n`).join("")}          text/plain: *text
`;

describe("a text that two templates have", () => {
  it("is formatted once", async () => {
    const document = await client.current.open("", "shared.yaml", "yaml");
    await document.replace(shared(["{", '"a":1,', '  "b": 2', "}"]));
    const options = { tabSize: 2, insertSpaces: true };
    const edits = (await document.ask(DocumentFormattingRequest.type, { options })) ?? [];
    expect(document.applied(edits)).toBe(shared(["{", '  "a": 1,', '  "b": 2', "}"]));
  });

  it("is hinted at once", async () => {
    const document = await client.current.open("", "hinted.yaml", "yaml");
    await document.replace(shared(["#if($input.body)", "a", "b", "#end"]));
    const range = document.rangeAt(0, document.text.length);
    expect(await document.ask(InlayHintRequest.type, { range })).toHaveLength(1);
  });
});
