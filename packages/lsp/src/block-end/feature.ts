import { blocksAt, headerOf } from "../documents/blocks-at.js";
import type { TemplateView } from "../documents/template-view.js";
import { type BlockEndReply, BlockEndRequest } from "../requests/block-end.js";
import { atPosition } from "../server/template-request.js";

/** Tells a client that writes `#end` for its user where one is missing, and which one is not needed any more. */
export const blockEndFeature = atPosition(BlockEndRequest, {
  capabilities: () => ({}),
  provide: ({ view, offset }) => missingEnd(view, offset) ?? surplusEnd(view, offset),
});

function missingEnd(view: TemplateView, offset: number): BlockEndReply | null {
  const { source } = view;
  const blocks = blocksAt(view, offset);
  const innermost = blocks.at(-1);
  if (innermost === undefined || !blocks.some(({ end }) => end === undefined)) return null;
  const header = headerOf(innermost);
  if (!/^[ \t]*\r?\n[ \t]*$/.test(source.slice(header.end, offset))) return null;
  const indent = /[^\n]*$/.exec(source.slice(0, header.start))?.[0] ?? "";
  // Behind something else on its line a block is not written in lines.
  if (indent.trim() !== "" || !/^[ \t]*(?:\r?\n|$)/.test(source.slice(offset))) return null;
  // One that lacks its end further up has got that of this block, which stands where its own would.
  const next = /^\s*?\n([ \t]*)#\{?(?:end|else|elseif)\b/.exec(source.slice(offset));
  if (next?.[1] === indent) return null;
  const end = source.startsWith("#{", header.start) ? "#{end}" : "#end";
  const [edit, ...more] = view.editsToDocument([{ start: offset, end: offset, newText: `\n${indent}${end}` }]) ?? [];
  return edit === undefined || more.length > 0 ? null : { kind: "missing", text: edit.newText };
}

/** Of two that close one block the later one has none, however many blocks there are around. */
function surplusEnd({ syntaxDiagnostics }: TemplateView, offset: number): BlockEndReply | null {
  const isSurplus = syntaxDiagnostics.some(({ code, range }) => code === "unexpected-end" && range.end >= offset);
  return isSurplus ? { kind: "surplus" } : null;
}
