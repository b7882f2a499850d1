import type {
  CancellationToken,
  ProtocolRequestType,
  ServerCapabilities,
  TextDocumentPositionParams,
  WorkDoneProgressParams,
} from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TemplateView } from "../documents/template-view.js";
import type { Client } from "./client.js";
import type { Feature } from "./feature.js";
import type { Services } from "./services.js";

/** A request about a place in a template. */
export interface PositionRequest<Params> {
  readonly view: TemplateView;
  /** Into the template's text. */
  readonly offset: number;
  readonly params: Params;
  readonly services: Services;
  readonly token: CancellationToken;
}

/** A request about a whole document, with the templates in it. */
export interface DocumentRequest<Params> {
  readonly document: TextDocument;
  readonly views: readonly TemplateView[];
  readonly params: Params;
  readonly services: Services;
  readonly token: CancellationToken;
}

interface FeatureOptions {
  readonly capabilities: (client: Client) => Partial<ServerCapabilities>;
}

/** A feature that answers for the place under the cursor, and `null` wherever that is in no template. */
export function atPosition<
  Params extends TextDocumentPositionParams & WorkDoneProgressParams,
  Result,
  Partial,
  Failure,
  Options,
>(
  type: ProtocolRequestType<Params, Result | null, Partial, Failure, Options>,
  {
    capabilities,
    provide,
  }: FeatureOptions & {
    readonly provide: (request: PositionRequest<Params>) => Result | null | Promise<Result | null>;
  },
): Feature {
  return {
    capabilities,
    register: (connection, services) => {
      connection.onRequest(type, async (params, token) => {
        const found = await services.documents.viewsOf(params.textDocument.uri);
        if (found === undefined || token.isCancellationRequested) return null;
        for (const view of found.views) {
          const offset = view.toTemplateOffset(params.position);
          if (offset !== undefined) return provide({ view, offset, params, services, token });
        }
        return null;
      });
    },
  };
}

/** A feature that answers for all templates of a document, and `null` where there are none. */
export function inDocument<
  Params extends { readonly textDocument: { readonly uri: string } },
  Result,
  Partial,
  Failure,
  Options,
>(
  type: ProtocolRequestType<Params, Result | null, Partial, Failure, Options>,
  {
    capabilities,
    provide,
  }: FeatureOptions & {
    readonly provide: (request: DocumentRequest<Params>) => Result | null | Promise<Result | null>;
  },
): Feature {
  return {
    capabilities,
    register: (connection, services) => {
      connection.onRequest(type, async (params, token) => {
        const found = await services.documents.viewsOf(params.textDocument.uri);
        if (found === undefined || found.views.length === 0 || token.isCancellationRequested) return null;
        return provide({ ...found, params, services, token });
      });
    },
  };
}
