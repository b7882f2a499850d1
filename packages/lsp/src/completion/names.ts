import type { Node } from "@apigw-vtl/compiler";
import { CompletionItemKind } from "vscode-languageserver-protocol";
import { directives } from "../catalogue/directives.data.js";
import { loopRootDocs, roots } from "../catalogue/roots.data.js";
import { blocksAt } from "../documents/blocks-at.js";
import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import { namesOf } from "../names/names.js";
import { typeName } from "../types/classes-of.js";
import type { Candidate } from "./candidate.js";
import type { CompletionSite } from "./site.js";

/** Variables of the template, of the loop around the place, and of the service. */
export function rootCandidates(view: TemplateView, offset: number): readonly Candidate[] {
  const own = namesOf(view).flatMap(({ kind, name, occurrences }): Candidate[] => {
    const isSet = occurrences.some(({ role, node }) => role === "definition" && !isBeingSet(node, offset));
    if ((kind !== "variable" && kind !== "parameter") || !isSet || !/^[A-Za-z_][\w-]*$/.test(name)) return [];
    return [{ label: name, kind: CompletionItemKind.Variable, detail: typeOf(view, name), rank: 0 }];
  });
  const isInLoop = nodePath(view.tree, offset).some((node) => node.type === "Foreach" && offset >= node.header.end);
  const loop = isInLoop ? Object.keys(loopRootDocs) : [];
  return [
    ...own,
    ...loop.map((label) => ({
      label,
      kind: CompletionItemKind.Variable,
      detail: "loop",
      // The others are those of before Velocity 1.7.
      rank: label === "foreach" ? 1 : 3,
      topic: `loop-root/${label}`,
    })),
    ...roots.map(({ name }) => ({
      label: name,
      kind: CompletionItemKind.Module,
      detail: "API Gateway",
      rank: 2,
      topic: `root/${name}`,
    })),
  ].filter(({ label }, i, all) => all.findIndex((other) => other.label === label) === i);
}

/** Whether a place is in what gives a variable its value, which has none there as yet: `#foreach($x in $|)`. */
function isBeingSet(node: Node, offset: number): boolean {
  if (node.range.start > offset) return false;
  return node.type === "Foreach" ? offset < node.header.end : node.type === "Set" && offset < node.range.end;
}

function typeOf({ analysis }: TemplateView, name: string): string {
  const [definition] = analysis.scopes.definitions.get(name) ?? [];
  switch (definition?.kind) {
    case "set":
      return typeName(analysis.values.valueOf(definition.node.value));
    case "loop":
      return "element of a loop";
    case "define":
      return "block";
    default:
      return "";
  }
}

/** What closes a block comes first where one is open; what belongs to a block that is not there comes last. */
function rankOf(directive: string, around: readonly string[], isOpen: boolean): number {
  switch (directive) {
    case "end":
      return isOpen ? 0 : 3;
    case "else":
    case "elseif":
      return around.at(-1) === "If" ? 1 : 3;
    case "break":
      return around.includes("Foreach") ? 1 : 2;
    default:
      return 1;
  }
}

/** Directives, and the macros that a template of plain Velocity defines. */
export function directiveCandidates(
  view: TemplateView,
  { braces, range }: Extract<CompletionSite, { kind: "directive" }>,
): readonly Candidate[] {
  const blocks = blocksAt(view, range.start);
  // The `#` before an `#end` makes a comment of it for now.
  const ends = /^#\{?end\b/.test(view.source.slice(range.end)) ? 1 : 0;
  const around = blocks.map(({ type }) => type);
  const isOpen = blocks.filter(({ end }) => end === undefined).length > ends;
  const macros = view.config.dialect === "velocity" ? namesOf(view).filter(({ kind }) => kind === "macro") : [];
  return [
    ...directives.map(({ name, snippet }): Candidate => {
      const rank = rankOf(name, around, isOpen);
      const base = { label: name, kind: CompletionItemKind.Keyword, rank, topic: `directive/${name}` };
      const written = braces ? `${name}}` : name;
      if (snippet === undefined) return { ...base, text: written };
      return { ...base, text: `${written}(`, snippet: `${written}${snippet.slice(name.length)}` };
    }),
    ...macros.map(
      ({ name }): Candidate => ({
        label: name,
        kind: CompletionItemKind.Function,
        text: `${name}(`,
        snippet: `${name}($1)`,
        rank: 1,
      }),
    ),
  ];
}
