/** Keys of objects and indexes of lists that lead to a value of a document. */
export type DocumentPath = readonly (string | number)[];

interface EventErrorDetails {
  /** What to write instead. */
  readonly hint?: string;
  /** Where in the event's document the mistake is; default: it is all of it. */
  readonly path?: DocumentPath;
}

/** An event that cannot be used; the message says why. */
export class EventError extends Error {
  override readonly name = "EventError";
  readonly hint: string | undefined;
  readonly path: DocumentPath;
  constructor(message: string, { hint, path = [] }: EventErrorDetails = {}) {
    super(message);
    this.hint = hint;
    this.path = path;
  }
}
