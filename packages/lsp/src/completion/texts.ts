import { CompletionItemKind } from "vscode-languageserver-protocol";
import { detailOf, keysAt, stepsBefore } from "../types/json-shape.js";
import { knownParameters } from "../types/parameters.js";
import type { Candidate } from "./candidate.js";
import type { Surroundings } from "./members.js";

/** JSONPaths one step longer than what is typed. `quote` is empty where the quotes are missing as yet. */
export function jsonPathCandidates(typed: string, quote: string, around: Surroundings): readonly Candidate[] {
  const steps = stepsBefore(typed);
  if (steps === undefined) return [];
  const parent = typed.includes(".") ? typed.slice(0, typed.lastIndexOf(".")) : "$";
  // Who has typed the dot wants more than the whole.
  const whole: Candidate[] = typed.includes(".")
    ? []
    : [{ label: "$", kind: CompletionItemKind.Value, detail: "the whole body", rank: 0 }];
  const keys = keysAt(steps, around)
    .filter(({ name }) => /^[A-Za-z_][\w-]*$/.test(name))
    .map(
      (key): Candidate => ({
        label: `${parent}.${key.name}`,
        kind: CompletionItemKind.Field,
        detail: detailOf(key),
        rank: 1,
        ...(key.documentation && { documentation: key.documentation }),
      }),
    );
  return [...whole, ...keys].map((candidate) => quoted(candidate, quote));
}

export function parameterCandidates(quote: string, { facts, event }: Surroundings): readonly Candidate[] {
  return knownParameters(facts, event).map(({ name, location, from }) =>
    quoted({ label: name, kind: CompletionItemKind.Field, detail: `${location} (${from})`, rank: 0 }, quote),
  );
}

function quoted(candidate: Candidate, quote: string): Candidate {
  return quote === "" ? { ...candidate, text: `'${candidate.label}'`, filter: `'${candidate.label}'` } : candidate;
}
