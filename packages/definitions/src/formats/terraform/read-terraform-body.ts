import { readDocument } from "../../hosts/read-document.js";
import { assemble } from "../../map/assemble.js";
import { Declared } from "../../source/declared.js";
import type { SourceDocument } from "../../source/source-document.js";
import { textParts } from "../../tree/node-text.js";
import type { DeclaredApi } from "../declared-api.js";
import { readOpenApi, readOpenApiArms } from "../openapi/read-openapi.js";

/** The OpenAPI documents that the `body` of a block may be. */
export function readBodies(block: Declared | undefined): DeclaredApi | undefined {
  return readOpenApiArms(block?.arms("body") ?? [], readBody);
}

/** The OpenAPI document in `body`: `jsonencode(...)`, a text, or a file. */
export function readBody(body: Declared): DeclaredApi | undefined {
  const { node, document, evaluation } = body;
  if (node === document.root) evaluation.reportSyntax(document);
  if (node.kind === "json") {
    const root = evaluation.declare(node.value, document, body.address);
    return root && readOpenApi(root);
  }
  if (node.kind === "map") return readOpenApi(body);
  const inner = readEmbedded(body);
  return inner && readOpenApi(inner);
}

/** The document that a text holds. What only the deployment fills in is a placeholder, until it is deployed. */
function readEmbedded(body: Declared): Declared | undefined {
  const { node, document, evaluation, address } = body;
  const context = { source: document.text, interpolations: document.interpolations, intrinsics: false };
  const parts = textParts(node, context);
  if (parts === undefined) return undefined;
  const fill = (expression: string): string => body.expression(expression);
  const map = assemble(parts, evaluation.policy === "deploy" ? fill : undefined);
  const { text } = map;
  const { root } = readDocument(text, /^\s*\{/.test(text) ? "json" : "yaml");
  if (root === undefined) return undefined;
  const embedded = { map, range: { start: node.start, end: node.end }, within: document };
  const inner: SourceDocument = { file: document.file, text, root, interpolations: [], embedded };
  return new Declared(root, inner, evaluation, address);
}
