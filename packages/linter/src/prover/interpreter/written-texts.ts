import type { Statement } from "@apigw-vtl/compiler";
import type { Refusal, Sink } from "../sinks/sink.js";

/** What a text of the template does to a sink. */
export interface WrittenText {
  readonly sink: Sink | undefined;
  readonly refusals: readonly Refusal[];
}

/** Each text is read once for all ways that come to it with one sink. */
export class WrittenTexts {
  readonly #bySink = new WeakMap<Sink, Map<Statement, WrittenText>>();

  get(node: Statement, sink: Sink, write: () => WrittenText): WrittenText {
    let ofSink = this.#bySink.get(sink);
    if (ofSink === undefined) {
      ofSink = new Map();
      this.#bySink.set(sink, ofSink);
    }
    let written = ofSink.get(node);
    if (written === undefined) {
      written = write();
      ofSink.set(node, written);
    }
    return written;
  }
}
