import type { CandidateSource } from "./candidates.js";
import { baseEvents, changesAt } from "./candidates.js";
import { type EventDraft, pathsOf } from "./draft.js";
import { Random } from "./random.js";

const EVENTS = 1500;
const MOST_CHANGES = 4;

/** Events with a few hostile changes at once, the same ones every time. */
export function* mixedEvents(source: CandidateSource, seed = 1, events = EVENTS): Generator<EventDraft> {
  const bases = baseEvents(source);
  const random = new Random(seed);
  for (let i = 0; i < events; i++) {
    let draft = random.pick(bases);
    for (let changes = 1 + random.below(MOST_CHANGES); changes > 0; changes--) {
      const paths = pathsOf(draft);
      if (paths.length === 0) break;
      const options = [...changesAt(draft, random.pick(paths), source.output)];
      if (options.length > 0) draft = random.pick(options).draft;
    }
    yield draft;
  }
}
