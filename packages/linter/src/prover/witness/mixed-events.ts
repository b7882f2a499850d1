import type { CandidateSource } from "./candidates.js";
import { baseEvents, changesOf } from "./candidates.js";
import { type EventDraft, pathsOf } from "./draft.js";
import { Random } from "./random.js";

const EVENTS = 1500;
const MOST_CHANGES = 4;

/** Events with a few hostile changes at once, the same ones every time. */
export function* mixedEvents(
  source: CandidateSource,
  { events = EVENTS, bases = baseEvents(source) } = {},
): Generator<EventDraft> {
  const random = new Random(1);
  for (let i = 0; i < events; i++) {
    let draft = random.pick(bases);
    for (let left = 1 + random.below(MOST_CHANGES); left > 0; left--) {
      const paths = pathsOf(draft);
      if (paths.length === 0) break;
      const changes = changesOf(draft, random.pick(paths), source.output);
      if (changes.length > 0) draft = random.pick(changes)().draft;
    }
    yield draft;
  }
}
