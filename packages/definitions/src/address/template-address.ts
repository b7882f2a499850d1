/** A template within a file, as the command line names it. */
export interface TemplateAddress {
  readonly file: string;
  /** A JSON pointer, empty or beginning with `/`; or the method and path, `POST /orders`, and what else tells it apart. */
  readonly place: string;
}

/** Reads `FILE#POINTER` and `FILE#POST /orders response 200`; `undefined` if the text names a whole file. */
export function parseTemplateAddress(text: string): TemplateAddress | undefined {
  const [, file, place] = /^(.+?)#((?:\/.*)?|[a-z]+ \/.*|\$\w+(?: .*)?)$/is.exec(text) ?? [];
  return file === undefined || place === undefined ? undefined : { file, place };
}
