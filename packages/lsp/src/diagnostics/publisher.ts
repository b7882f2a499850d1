import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { Clock } from "../host/lsp-host.js";

export interface PublisherOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly delay: () => number;
  /** `undefined`: the document is closed by now. */
  readonly compute: (uri: string) => Promise<PublishDiagnosticsParams | undefined>;
  readonly report: (error: unknown) => void;
  readonly send: (params: PublishDiagnosticsParams) => Promise<void>;
}

/** Sends diagnostics once a document has been left alone for a while: not with each keystroke, not in the middle of a word. */
export class DiagnosticsPublisher {
  readonly #options: PublisherOptions;
  readonly #pending = new Map<string, { cancel(): void }>();
  /** Documents that the client has diagnostics of. */
  readonly #sent = new Set<string>();
  #stopped = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  schedule(uri: string): void {
    if (this.#stopped) return;
    const { clock, delay } = this.#options;
    this.#pending.get(uri)?.cancel();
    this.#pending.set(
      uri,
      clock.after(delay(), () => {
        this.#pending.delete(uri);
        this.#publish(uri).catch(this.#options.report);
      }),
    );
  }

  /** The document is closed: takes back what was sent of it. */
  clear(uri: string): void {
    this.#pending.get(uri)?.cancel();
    this.#pending.delete(uri);
    if (this.#sent.delete(uri)) this.#options.send({ uri, diagnostics: [] }).catch(this.#options.report);
  }

  /** Sends nothing any more, and takes back what was sent. */
  stop(): void {
    this.#stopped = true;
    for (const uri of [...this.#pending.keys(), ...this.#sent]) this.clear(uri);
  }

  async #publish(uri: string): Promise<void> {
    const params = await this.#options.compute(uri);
    // One that came meanwhile will be sent in its turn.
    if (params === undefined || this.#stopped || this.#pending.has(uri)) return;
    if (params.diagnostics.length > 0) this.#sent.add(uri);
    else if (!this.#sent.delete(uri)) return;
    await this.#options.send(params);
  }
}
