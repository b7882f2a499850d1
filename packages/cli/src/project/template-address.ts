/** A template within a file, as the command line names it. */
export interface TemplateAddress {
  readonly file: string;
  /** A JSON pointer, empty or beginning with `/`. */
  readonly pointer: string;
}

/** Reads `FILE#POINTER`; `undefined` if the text names a whole file. */
export function parseTemplateAddress(text: string): TemplateAddress | undefined {
  const [, file, pointer] = /^(.+?)#((?:\/.*)?)$/s.exec(text) ?? [];
  return file === undefined || pointer === undefined ? undefined : { file, pointer };
}
