import type { OutputStream } from "../../io/io.js";

/** Writes once a turn of the event loop: a system call for each of thousands of requests a second takes its time. */
export class BufferedOutput {
  readonly #stream: OutputStream;
  #pending = "";

  constructor(stream: OutputStream) {
    this.#stream = stream;
  }

  write(text: string): void {
    if (text === "") return;
    if (this.#pending === "") setImmediate(() => this.flush());
    this.#pending += text;
  }

  flush(): void {
    if (this.#pending === "") return;
    const text = this.#pending;
    this.#pending = "";
    this.#stream.write(text);
  }
}
