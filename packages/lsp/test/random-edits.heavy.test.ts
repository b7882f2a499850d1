import { describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type ProtocolRequestType,
  SelectionRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from "vscode-languageserver-protocol/node";
import { HOSTS } from "../src/testing/hosts.js";
import { RandomEditor } from "../src/testing/random-editing.js";
import { TestClient } from "../src/testing/test-client.js";

/** Edits of each file; `.ci/run` makes 17,000, which is 51,000 together. */
const EDITS = Number(process.env.VTL_LSP_EDITS ?? "1500");
const EDITS_PER_QUESTION = 10;
const EDITS_PER_LIFE = 100;

const template = `#set($items = $input.path("$.items"))
{
  "list": [
#foreach($item in $items)
    { "id": "$util.escapeJavaScript($item.id)", "n": $item.n }#if($foreach.hasNext),#end
#end
  ],
  #if($input.params('a') == "x")"a": 1#else"a": $input.json('$.a')#end
}
`;

/** Whatever a client may ask; an answer with an error fails the test. */
async function askEverything(client: TestClient, uri: string, position: { line: number; character: number }) {
  const textDocument = { uri };
  const range = { start: position, end: position };
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const ask = <P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, params: unknown): Promise<R> =>
    client.connection.sendRequest(type, params as never);
  return {
    diagnostics: await ask(DocumentDiagnosticRequest.type, { textDocument }),
    tokens: await ask(SemanticTokensRequest.type, { textDocument }),
    symbols: await ask(DocumentSymbolRequest.type, { textDocument }),
    folds: await ask(FoldingRangeRequest.type, { textDocument }),
    links: await ask(DocumentLinkRequest.type, { textDocument }),
    lenses: await ask(CodeLensRequest.type, { textDocument }),
    selection: await ask(SelectionRangeRequest.type, { textDocument, positions: [position] }),
    actions: await ask(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
    definition: await ask(DefinitionRequest.type, { textDocument, position }),
    highlights: await ask(DocumentHighlightRequest.type, { textDocument, position }),
    ...(client.offers("hoverProvider") && { hover: await ask(HoverRequest.type, { textDocument, position }) }),
    ...(client.offers("completionProvider") && {
      completion: await ask(CompletionRequest.type, { textDocument, position }),
    }),
    ...(client.offers("signatureHelpProvider") && {
      signature: await ask(SignatureHelpRequest.type, { textDocument, position }),
    }),
    ...(client.offers("inlayHintProvider") && {
      hints: await ask(InlayHintRequest.type, { textDocument, range: whole }),
    }),
    ...(client.offers("documentFormattingProvider") && {
      formatting: await ask(DocumentFormattingRequest.type, {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      }),
    }),
  };
}

/** What depends on how a document came about and not on its text. */
function withoutIdentity(answers: object, uri: string): unknown {
  const text = JSON.stringify(answers).replaceAll(uri, "URI");
  return JSON.parse(text, (key, value: unknown) => (key === "resultId" ? undefined : value));
}

describe("random edits", () => {
  it.each(["a .vtl file", "OpenAPI in YAML", "OpenAPI in JSON"] as const)(
    "of %s never break the server, and leave it as if the text had been opened anew",
    async (host) => {
      await using client = await TestClient.start();
      const { name, languageId, text } = HOSTS[host](template);
      const editor = await RandomEditor.open(client, client.uriOf(`edited/${name}`), languageId, text, 20_261_121);
      let questions = 0;
      for (let edit = 1; edit <= EDITS; edit++) {
        if (edit % EDITS_PER_LIFE === 0) await editor.startOver();
        await editor.edit();
        if (edit % EDITS_PER_QUESTION !== 0) continue;
        const { lenses } = await askEverything(client, editor.uri, editor.position());
        if (lenses?.length) questions++;
      }
      // Else nothing was asked of templates at all.
      expect(questions).toBeGreaterThan(EDITS / EDITS_PER_QUESTION / 10);
      const position = editor.position();
      const edited = await askEverything(client, editor.uri, position);
      const uri = client.uriOf(`opened/${name}`);
      await RandomEditor.open(client, uri, languageId, editor.text, 0);
      const opened = await askEverything(client, uri, position);
      expect(withoutIdentity(edited, editor.uri)).toEqual(withoutIdentity(opened, uri));
      expect(edited.diagnostics.kind).toBe("full");
    },
    600_000,
  );
});
