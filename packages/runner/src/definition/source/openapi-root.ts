import type { Located } from "./source-document.js";

/** An OpenAPI document, a whole file or a part of one: `#/…` of the references within it starts here. */
export class OpenApiRoot {
  readonly located: Located;

  constructor({ node, document }: Located) {
    this.located = { node, document: { ...document, openApi: this } };
  }
}
