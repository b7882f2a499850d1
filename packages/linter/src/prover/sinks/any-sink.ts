import type { Sink } from "./sink.js";

/** Takes any text: what is printed is neither JSON nor a form. */
export class AnySink implements Sink {
  readonly key = "any";
  readonly mergeKey = "any";
  readonly position = "other";
  readonly isSound = true;
  readonly places = [];

  write(): Sink {
    return this;
  }

  end(): undefined {
    return undefined;
  }

  join(): Sink {
    return this;
  }

  covers(): boolean {
    return true;
  }

  doubted(): Sink {
    return this;
  }
}
