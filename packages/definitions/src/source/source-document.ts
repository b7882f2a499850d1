import type { Place } from "../api-definition.js";
import type { Interpolation } from "../map/literal.js";
import { toHostRange } from "../map/offset-map.js";
import type { TextRange } from "../map/piece.js";
import type { EmbeddedText } from "../map/segment.js";
import type { HostNode } from "../tree/host-node.js";
import type { OpenApiRoot } from "./openapi-root.js";

/** A file of a definition, parsed. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  readonly root: HostNode;
  /** What a YAML file has behind its first document, as Kubernetes' manifests do: only templates are looked for in it. */
  readonly others?: readonly HostNode[];
  /** Interpolations that every string of the file has. */
  readonly interpolations: readonly Interpolation[];
  /** What is done to its text where that is taken whole, and not parsed, if it is more than is done to every string. */
  readonly wholeText?: readonly Interpolation[];
  /** Where `text` is itself a text of another document, from the first to the last node that it is made of. */
  readonly embedded?: Embedding;
  /** A map of what its interpolations stand for (Terraform's `templatefile`). */
  readonly variables?: Located;
  /** The OpenAPI document that what is read of the file belongs to; `$ref`s are followed there only. */
  readonly openApi?: OpenApiRoot;
}

/** A text within a document. */
export interface Embedding {
  readonly map: EmbeddedText;
  readonly range: TextRange;
  readonly within: SourceDocument;
}

/** A file that is a text, and no more. */
export function textDocument(
  file: string,
  text: string,
  interpolations: readonly Interpolation[] = [],
): SourceDocument {
  return { file, text, root: { kind: "scalar", value: text, start: 0, end: text.length }, interpolations };
}

/** The file that a document is embedded in, or is. */
export function fileOf(document: SourceDocument): SourceDocument {
  return document.embedded === undefined ? document : fileOf(document.embedded.within);
}

/** The texts that a document is embedded in, innermost first. */
export function layersOf({ embedded }: SourceDocument): readonly EmbeddedText[] {
  return embedded === undefined ? [] : [embedded.map, ...layersOf(embedded.within)];
}

/** Where a range of a document is in its file, however deep it is embedded there. */
export function placeOf({ start, end }: TextRange, { file, embedded }: SourceDocument): Place {
  if (embedded === undefined) return { file, range: { start, end } };
  const { map, range, within } = embedded;
  return placeOf(toHostRange(map.segments, { start, end }) ?? range, within);
}

/** A node, and the file that its offsets refer to. */
export interface Located {
  readonly node: HostNode;
  readonly document: SourceDocument;
  /** JSON pointer within its file, where that is known. */
  readonly address?: string;
}
