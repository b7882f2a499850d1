import { type Draft, type EventDraft, JsonText, pathsOf, replaced, valueAt } from "./draft.js";

const MOST_TRIES = 800;

/** The smallest event that is still bad, as far as leaving out and shortening single parts leads. */
export function minimise(draft: EventDraft, isBad: (draft: EventDraft) => boolean, mostTries = MOST_TRIES): EventDraft {
  const most = Math.min(mostTries, MOST_TRIES);
  let current = draft;
  let tries = 0;
  for (let smaller: EventDraft | undefined = current; smaller !== undefined && tries < most; ) {
    smaller = undefined;
    for (const candidate of simplerEvents(current)) {
      if (++tries > most) break;
      if (!isBad(candidate)) continue;
      smaller = candidate;
      current = candidate;
      break;
    }
  }
  return current;
}

function* simplerEvents(draft: EventDraft): Generator<EventDraft> {
  const paths = pathsOf(draft);
  for (const path of paths) yield replaced(draft, path, undefined);
  for (const path of paths) {
    if (path.length === 1 && path[0] !== "body") continue;
    const value = valueAt(draft, path);
    if (value !== undefined) for (const simpler of simplerValues(value)) yield replaced(draft, path, simpler);
  }
}

function simplerValues(value: Draft): readonly Draft[] {
  if (typeof value === "string") return simplerTexts(value);
  if (typeof value === "number") return value === 1 ? [] : [1];
  if (value instanceof JsonText) return ["a"];
  if (Array.isArray(value) && value.length === 0) return [];
  if (value instanceof Map && value.size === 0) return [];
  return typeof value === "object" && value !== null ? ["a"] : [];
}

/** Single characters, and the text without one. */
function simplerTexts(text: string): readonly string[] {
  if (text.length <= 1) return [];
  return [...new Set(text)].concat(
    text.length > 40 ? [text.slice(0, text.length / 2), text.slice(text.length / 2)] : [],
  );
}
