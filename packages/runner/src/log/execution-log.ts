import { javaDate } from "./date.js";

/** The execution log of one request. Lines are noted as they happen and written when somebody reads them. */
export class ExecutionLog {
  readonly #requestId: string;
  readonly #clock: () => number;
  readonly #entries: { readonly time: number; readonly text: string | (() => string) }[] = [];
  #lines: readonly string[] | undefined;

  constructor(requestId: string, clock: () => number) {
    this.#requestId = requestId;
    this.#clock = clock;
  }

  add(text: string | (() => string)): void {
    this.#entries.push({ time: this.#clock(), text });
  }

  /** In the form of the console's TEST: the first line has no date. */
  lines(): readonly string[] {
    this.#lines ??= [
      `Execution log for request ${this.#requestId}`,
      ...this.#entries.map(({ time, text }) => `${javaDate(time)} : ${typeof text === "string" ? text : text()}`),
    ];
    return this.#lines;
  }
}
