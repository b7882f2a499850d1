import { LineIndex } from "@apigw-vtl/compiler";
import { type Place, ReadFiles, type TestHost } from "@apigw-vtl/testing/core";
import type { FilePlace } from "./tests-requests.js";

/** The files of a run as the editor has them, and their places as the editor names them. */
export class TestsWorld {
  readonly host: TestHost;
  readonly textOf: (path: string) => string;
  readonly #uriOf: (path: string) => string;
  readonly #lines = new Map<string, LineIndex>();

  constructor(host: TestHost, uriOf: (path: string) => string) {
    const files = new ReadFiles(host.readFile);
    this.host = { ...host, readFile: files.read };
    this.textOf = files.textOf;
    this.#uriOf = uriOf;
  }

  uriOf(path: string): string {
    return this.#uriOf(path);
  }

  /** `text`: of a file that is to be written. */
  placeOf({ file, range }: Place, text?: string): FilePlace {
    const lines = text === undefined ? this.#linesOf(file) : new LineIndex(text);
    const at = (offset: number) => {
      const { line, column } = lines.position(offset);
      return { line: line - 1, character: column - 1 };
    };
    return { uri: this.#uriOf(file), range: { start: at(range.start), end: at(range.end) } };
  }

  #linesOf(file: string): LineIndex {
    const known = this.#lines.get(file) ?? new LineIndex(this.textOf(file));
    this.#lines.set(file, known);
    return known;
  }
}
