import {
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver-protocol";
import type { ServerConnection } from "../server/connection.js";
import type { Feature } from "../server/feature.js";
import type { Services } from "../server/services.js";
import { encodeTokens } from "./encode-tokens.js";
import { legend } from "./legend.js";
import { tokenEdits } from "./token-edits.js";

/** Colours by meaning: whole documents, what has changed since, or the lines in sight. */
export const semanticTokensFeature: Feature = {
  capabilities: ({ capabilities }) => {
    const requests = capabilities.textDocument?.semanticTokens?.requests;
    if (requests === undefined) return {};
    const full = typeof requests.full === "object" && requests.full.delta === true ? { delta: true } : true;
    return { semanticTokensProvider: { legend, full, range: true } };
  },
  register: (connection, services) => {
    const sent = new SentTokens();
    services.documents.onClose((uri) => sent.forget(uri));
    answer(connection, services, sent);
  },
};

function answer(connection: ServerConnection, { documents }: Services, sent: SentTokens): void {
  connection.onRequest(SemanticTokensRequest.type, async ({ textDocument: { uri } }) => {
    const found = await documents.viewsOf(uri);
    return found ? sent.remember(uri, encodeTokens(found.views)) : null;
  });
  connection.onRequest(SemanticTokensDeltaRequest.type, async ({ textDocument: { uri }, previousResultId }) => {
    const found = await documents.viewsOf(uri);
    if (found === undefined) return null;
    const before = sent.data(uri, previousResultId);
    const tokens = sent.remember(uri, encodeTokens(found.views));
    if (before === undefined) return tokens;
    return { ...(tokens.resultId && { resultId: tokens.resultId }), edits: tokenEdits(before, tokens.data) };
  });
  connection.onRequest(SemanticTokensRangeRequest.type, async ({ textDocument: { uri }, range }) => {
    const found = await documents.viewsOf(uri);
    return found ? { data: encodeTokens(found.views, range) } : null;
  });
}

/** What the client was sent last of each document, to tell it what has changed since. */
class SentTokens {
  readonly #tokens = new Map<string, SemanticTokens>();
  #count = 0;

  remember(uri: string, data: number[]): SemanticTokens {
    const tokens = { resultId: String(++this.#count), data };
    this.#tokens.set(uri, tokens);
    return tokens;
  }

  data(uri: string, resultId: string): readonly number[] | undefined {
    const tokens = this.#tokens.get(uri);
    return tokens?.resultId === resultId ? tokens.data : undefined;
  }

  forget(uri: string): void {
    this.#tokens.delete(uri);
  }
}
