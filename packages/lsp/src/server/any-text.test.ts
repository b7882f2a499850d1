import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  HoverRequest,
  InlayHintRequest,
  InlineValueRequest,
  SignatureHelpRequest,
} from "vscode-languageserver-protocol/node";
import { TestClient } from "../testing/test-client.js";

const pieces = [
  "$¦${¦$!{¦}¦$x¦$input¦.¦.json(¦.path('$.a¦'¦\"¦)¦(¦[¦]¦{¦:¦,¦\n¦ ¦#¦##¦#*¦*#¦#[[¦]]#¦#if(¦#if($x)¦#else¦#elseif($x)¦#end",
  "#foreach($i in $x)¦#set($x = ¦#set($x = 1)¦#define($d)¦$foreach.¦$util.¦urlEncode(¦$context.identity.¦\\¦\\$¦a¦1¦é😀¦..",
  "$x.get('¦$x['¦&&¦==¦#macro(m $a)¦#m(¦<¦\r\n¦\t",
].flatMap((some) => some.split("¦"));

/** Halves of templates are what an editor sees most of the time. */
describe("completion, hover, signatures, hints and formatting", () => {
  it("answer for any text and any place in it", async () => {
    await using client = await TestClient.start();
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 });
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const document = await client.open("");
        await document.replace([...before, ...after].join(""));
        const offset = before.join("").length;
        const range = document.rangeAt(0, document.text.length);
        const place = { textDocument: document.identifier, position: document.rangeAt(offset, offset).start };
        const options = { tabSize: 2, insertSpaces: true };
        const { connection } = client;
        await connection.sendRequest(CompletionRequest.type, place);
        await connection.sendRequest(HoverRequest.type, place);
        await connection.sendRequest(SignatureHelpRequest.type, place);
        await connection.sendRequest(DocumentOnTypeFormattingRequest.type, { ...place, ch: "\n", options });
        await document.ask(InlayHintRequest.type, { range });
        await document.ask(InlineValueRequest.type, { range, context: { frameId: 0, stoppedLocation: range } });
        await document.ask(DocumentFormattingRequest.type, { options });
        await document.close();
        answers += 7;
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(answers).toBeGreaterThanOrEqual(150 * 7);
  });
});
