import type { Located, SourceDocument } from "./source-document.js";

/** An OpenAPI document, a whole file or a part of one: `#/…` of the references within it starts here. */
export class OpenApiRoot {
  readonly located: Located;
  private readonly parts = new Map<SourceDocument, SourceDocument>();

  constructor({ node, document }: Located) {
    this.located = { node, document: { ...document, openApi: this } };
  }

  /** A file as a part of this document, into which it is put. */
  within(document: SourceDocument): SourceDocument {
    const part = this.parts.get(document) ?? { ...document, openApi: this };
    this.parts.set(document, part);
    return part;
  }
}
