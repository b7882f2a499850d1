import { filesNaming, type Services } from "@apigw-vtl/lsp";

/** More than name a part of a definition, unless its name says nothing. */
const MOST_FILES = 10;

/** The definitions that a file may be part of: those of the project that name it. Looked for once a file. */
export class WholeDefinitions {
  readonly #services: Services;
  readonly #found = new Map<string, Promise<readonly string[]>>();

  constructor(services: Services) {
    this.#services = services;
    services.documents.onInvalidate(() => this.#found.clear());
  }

  /** URIs of the files. */
  of(uri: string): Promise<readonly string[]> {
    const known = this.#found.get(uri);
    if (known !== undefined) return known;
    const { documents, host, client } = this.#services;
    const search = filesNaming(uri, documents, host, client.folders).then((files) => files.slice(0, MOST_FILES));
    this.#found.set(uri, search);
    return search;
  }
}
