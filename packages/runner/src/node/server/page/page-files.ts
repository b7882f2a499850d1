/** The built page, as it goes to the browser. */
export interface PageFiles {
  readonly html: Uint8Array;
  readonly script: Uint8Array;
  readonly style: Uint8Array;
}
