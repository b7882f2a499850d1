import type { FileText } from "@apigw-vtl/definitions";

/** The files that a run of tests has read, each once. */
export class ReadFiles {
  readonly #readFile: (path: string) => Promise<FileText>;
  readonly #reading = new Map<string, Promise<FileText>>();
  readonly #texts = new Map<string, string>();

  constructor(readFile: (path: string) => Promise<FileText>) {
    this.#readFile = readFile;
  }

  readonly read = (path: string): Promise<FileText> => {
    const known = this.#reading.get(path) ?? this.#readOnce(path);
    this.#reading.set(path, known);
    return known;
  };

  /** The text of a file that was read; else empty. */
  readonly textOf = (path: string): string => this.#texts.get(path) ?? "";

  /** Whether a file was there and could be read. */
  has(path: string): boolean {
    return this.#texts.has(path);
  }

  async #readOnce(path: string): Promise<FileText> {
    const text = await this.#readFile(path);
    if (typeof text === "string") this.#texts.set(path, text);
    return text;
  }
}
