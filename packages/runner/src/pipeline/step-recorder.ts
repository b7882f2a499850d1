import type { Step, StepName } from "./invocation.js";

/** A step without what every step has; `outcome` is `done` unless told. */
export interface StepStory extends Omit<Step, "name" | "outcome" | "facts"> {
  readonly outcome?: Step["outcome"];
  readonly facts?: Step["facts"];
}

/** The steps of one request. Their stories are told when somebody reads them, or at once to a listener. */
export class StepRecorder {
  readonly #listener: ((step: Step) => void) | undefined;
  readonly #stories: { readonly name: StepName; readonly tell: () => StepStory }[] = [];
  #steps: readonly Step[] | undefined;

  constructor(listener: ((step: Step) => void) | undefined) {
    this.#listener = listener;
  }

  /** `tell` may run much later: it must hold values, not look at what changes. */
  add(name: StepName, tell: () => StepStory): void {
    if (this.#listener === undefined) {
      this.#stories.push({ name, tell });
      return;
    }
    const step = stepOf(name, tell());
    this.#stories.push({ name, tell: () => step });
    this.#listener(step);
  }

  steps(): readonly Step[] {
    this.#steps ??= this.#stories.map(({ name, tell }) => stepOf(name, tell()));
    return this.#steps;
  }
}

function stepOf(name: StepName, story: StepStory): Step {
  return { outcome: "done", facts: {}, ...story, name };
}
