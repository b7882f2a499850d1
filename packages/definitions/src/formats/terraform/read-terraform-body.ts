import { readDocument } from "../../hosts/find-in-document.js";
import { assemble } from "../../map/assemble.js";
import { Declared } from "../../source/declared.js";
import type { SourceDocument } from "../../source/source-document.js";
import { textParts } from "../../tree/node-text.js";
import type { DeclaredApi } from "../declared-api.js";
import { readOpenApi } from "../openapi/read-openapi.js";

/** The OpenAPI document in `body`: `jsonencode(...)`, a text, or a file. */
export function readBody(body: Declared | undefined): DeclaredApi | undefined {
  if (body === undefined) return undefined;
  const { node, document, evaluation } = body;
  if (node === document.root) evaluation.reportSyntax(document);
  if (node.kind === "json") {
    const root = evaluation.declare(node.value, document, body.address);
    return root && readOpenApi(root);
  }
  if (node.kind === "map") return readOpenApi(body);
  if (evaluation.policy === "inspect" && node !== document.root) return readEmbedded(body);
  const text = body.text();
  if (text === undefined) return undefined;
  const { root } = readDocument(text, /^\s*\{/.test(text) ? "json" : "yaml");
  if (root === undefined) return undefined;
  // Places within it are those of a text that no file holds as it stands.
  return readOpenApi(new Declared(root, { file: document.file, text, root, interpolations: [] }, evaluation));
}

/** A text in the file whose templates are to be edited there. */
function readEmbedded({ node, document, evaluation, address }: Declared): DeclaredApi | undefined {
  const context = { source: document.text, interpolations: document.interpolations, intrinsics: false };
  const parts = textParts(node, context);
  if (parts === undefined) return undefined;
  const embedded = assemble(parts);
  const { text } = embedded;
  const { root } = readDocument(text, /^\s*\{/.test(text) ? "json" : "yaml");
  if (root === undefined) return undefined;
  const layers = [embedded, ...(document.layers ?? [])];
  const inner: SourceDocument = { file: document.file, text, root, interpolations: [], layers };
  return readOpenApi(new Declared(root, inner, evaluation, address));
}
