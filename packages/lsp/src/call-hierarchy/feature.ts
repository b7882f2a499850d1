import type { MacroDirective, Node, Range } from "@apigw-vtl/compiler";
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  SymbolKind,
} from "vscode-languageserver-protocol";
import type { Documents } from "../documents/documents.js";
import { labelOf } from "../documents/label-of.js";
import type { TemplateView } from "../documents/template-view.js";
import { type NamedThing, nameAt, namesOf } from "../names/names.js";
import type { Feature } from "../server/feature.js";

/** Which macros call which; the template itself is what calls the outermost. */
export const callHierarchyFeature: Feature = {
  capabilities: ({ capabilities }) => (capabilities.textDocument?.callHierarchy ? { callHierarchyProvider: true } : {}),
  register: (connection, { documents }) => {
    connection.onRequest(CallHierarchyPrepareRequest.type, async ({ textDocument, position }) => {
      const found = await documents.viewsOf(textDocument.uri);
      for (const view of found?.views ?? []) {
        const offset = view.toTemplateOffset(position);
        const thing = offset === undefined ? undefined : nameAt(view, offset)?.thing;
        if (thing?.kind === "macro") return itemsOf(thing, view);
      }
      return null;
    });
    connection.onRequest(CallHierarchyIncomingCallsRequest.type, async ({ item }) => {
      const place = await placeOf(item, documents);
      return place ? incoming(place.thing, place.view) : null;
    });
    connection.onRequest(CallHierarchyOutgoingCallsRequest.type, async ({ item }) => {
      const place = await placeOf(item, documents);
      return place ? outgoing(place.thing, place.view) : null;
    });
  },
};

interface Place {
  readonly thing: NamedThing;
  readonly view: TemplateView;
}

async function placeOf({ uri, selectionRange }: CallHierarchyItem, documents: Documents): Promise<Place | undefined> {
  const found = await documents.viewsOf(uri);
  for (const view of found?.views ?? []) {
    const offset = view.toTemplateOffset(selectionRange.start);
    const thing = offset === undefined ? undefined : nameAt(view, offset)?.thing;
    if (thing?.kind === "macro") return { thing, view };
  }
  return undefined;
}

function definitionOf(thing: NamedThing): MacroDirective | undefined {
  const node = thing.occurrences.find(({ role }) => role === "definition")?.node;
  return node?.type === "Macro" ? node : undefined;
}

function itemsOf(thing: NamedThing, view: TemplateView): CallHierarchyItem[] {
  const macro = definitionOf(thing);
  const range = macro && view.toDocumentRange(view.withoutLineEnd(macro.range));
  const selectionRange = macro && view.toDocumentRange(macro.macroNameRange);
  if (range === undefined || selectionRange === undefined) return [];
  return [{ name: `#${thing.name}`, kind: SymbolKind.Function, uri: view.uri, range, selectionRange }];
}

function incoming(thing: NamedThing, view: TemplateView): CallHierarchyIncomingCall[] {
  const macros = namesOf(view).filter(({ kind }) => kind === "macro");
  const calls = new Map<NamedThing | undefined, Range[]>();
  for (const { role, range } of thing.occurrences) {
    if (role !== "read") continue;
    const caller = macros.findLast((macro) => isWithin(range, definitionOf(macro)?.body));
    calls.set(caller, [...(calls.get(caller) ?? []), range]);
  }
  return [...calls].flatMap(([caller, ranges]) => {
    const [from] = caller ? itemsOf(caller, view) : [templateItem(view)];
    return from ? [{ from, fromRanges: ranges.flatMap((range) => view.toDocumentRange(range) ?? []) }] : [];
  });
}

function templateItem(view: TemplateView): CallHierarchyItem {
  const { wholeRange } = view;
  const selectionRange = { start: wholeRange.start, end: wholeRange.start };
  return { name: labelOf(view), kind: SymbolKind.File, uri: view.uri, range: wholeRange, selectionRange };
}

function outgoing(thing: NamedThing, view: TemplateView): CallHierarchyOutgoingCall[] {
  const body = definitionOf(thing)?.body;
  return namesOf(view)
    .filter(({ kind }) => kind === "macro")
    .flatMap((callee) => {
      const calls = callee.occurrences.filter(({ role, range }) => role === "read" && isWithin(range, body));
      const [to] = itemsOf(callee, view);
      if (to === undefined || calls.length === 0) return [];
      return [{ to, fromRanges: calls.flatMap(({ range }) => view.toDocumentRange(range) ?? []) }];
    });
}

function isWithin({ start, end }: Range, node: Node | undefined): boolean {
  return node !== undefined && node.range.start <= start && end <= node.range.end;
}
