/** An event that cannot be used; the message says why, the hint what to write instead. */
export class EventError extends Error {
  override readonly name = "EventError";
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
