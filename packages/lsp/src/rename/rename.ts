import { parse, type Range } from "@apigw-vtl/compiler";
import type { TextEdit } from "@apigw-vtl/definitions";
import { applyTextEdits } from "@apigw-vtl/definitions";
import { loopRoots, serviceRoots } from "@apigw-vtl/linter";
import type { TemplateView } from "../documents/template-view.js";
import { type NamedThing, nameAt, namesOf } from "../names/names.js";

/** Edits of the template, or why it cannot be renamed. */
export type RenameOutcome =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/** What can be renamed at an offset, or why it cannot; `undefined`: there is no name. */
export function renameableAt(
  view: TemplateView,
  offset: number,
): { readonly thing: NamedThing; readonly range: Range } | { readonly reason: string } | undefined {
  const found = nameAt(view, offset);
  if (found === undefined) return undefined;
  const { thing, occurrence } = found;
  if (thing.kind === "service") return { reason: `$${thing.name} is set by the service: its name is given.` };
  if (!thing.occurrences.some(({ role }) => role === "definition")) {
    return { reason: `The template does not set $${thing.name}: there is nothing to rename.` };
  }
  if (thing.occurrences.some(({ range }) => view.touchesHole(range))) {
    return { reason: "The host fills in a part of this name." };
  }
  return { thing, range: occurrence.range };
}

/** Renames what stands at an offset; `newName` may have its `$` or `#`. */
export function renameAt(view: TemplateView, offset: number, newName: string): RenameOutcome {
  const found = renameableAt(view, offset);
  if (found === undefined) return { ok: false, reason: "There is no name here." };
  if ("reason" in found) return { ok: false, reason: found.reason };
  const { thing } = found;
  const name = newName.replace(thing.kind === "macro" ? /^#/ : /^\$/, "");
  const reason = refusal(view, thing, name);
  if (reason !== undefined) return { ok: false, reason };
  const edits = thing.occurrences.map(({ range }) => ({ ...range, newText: name }));
  if (!staysReadable(view, edits)) {
    return { ok: false, reason: `With the name ${name} Velocity would read the template differently.` };
  }
  return { ok: true, edits };
}

function refusal(view: TemplateView, thing: NamedThing, name: string): string | undefined {
  if (!/^[A-Za-z_][\w-]*$/.test(name)) {
    return `${JSON.stringify(name)} is no name: letters, digits, - and _, and no digit or - first.`;
  }
  if (thing.kind === "macro") {
    if (DIRECTIVES.has(name)) return `#${name} is a directive of Velocity.`;
  } else if (serviceRoots.has(name) || loopRoots.has(name)) {
    return `$${name} is set by the service.`;
  }
  const isMacro = thing.kind === "macro";
  const taken = namesOf(view).some(
    (other) => other !== thing && other.name === name && (other.kind === "macro") === isMacro,
  );
  return taken ? `The template uses ${isMacro ? "#" : "$"}${name} already.` : undefined;
}

const DIRECTIVES: ReadonlySet<string> = new Set([
  "set",
  "if",
  "elseif",
  "else",
  "end",
  "foreach",
  "break",
  "stop",
  "define",
  "macro",
  "evaluate",
  "include",
  "parse",
  "literal",
]);

/** No mistakes that were not there before. */
function staysReadable(view: TemplateView, edits: readonly TextEdit[]): boolean {
  const text = applyTextEdits(view.source, edits);
  const { diagnostics } = parse(text, { dialect: view.config.dialect });
  const codes = (list: readonly { readonly code: string }[]): string => list.map(({ code }) => code).join();
  return codes(diagnostics) === codes(view.syntaxDiagnostics);
}
