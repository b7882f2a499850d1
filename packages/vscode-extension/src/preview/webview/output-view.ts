import type { PreviewContent, Stretch } from "../protocol.js";
import { jsonTokens } from "./json-tokens.js";
import { type Segment, segmentsByLine } from "./segments.js";

type Output = Extract<PreviewContent, { kind: "output" }>;

/** Colours cost an element a token; a document this long is shown without. */
const COLOURED_LENGTH = 300_000;
const MARKED = "vtl-marked";

export interface OutputView {
  readonly element: HTMLElement;
  mark(stretches: readonly Stretch[]): void;
  /** Puts the caret at an offset of the output and shows it. */
  goTo(offset: number): void;
}

/**
 * The rendered document. It can be focused, read and walked through with a caret like any text field, but not changed;
 * a click or Enter reports the place.
 */
export function createOutputView({ output, language, problems }: Output, onPick: (offset: number) => void): OutputView {
  const element = document.createElement("div");
  element.className = "output";
  element.contentEditable = "true";
  element.tabIndex = 0;
  element.spellcheck = false;
  const attributes = {
    role: "textbox",
    "aria-readonly": "true",
    "aria-multiline": "true",
    "aria-label": "Rendered output. Press Enter to go to the place in the template that printed it.",
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const tokens = language === "json" && output.length <= COLOURED_LENGTH ? jsonTokens(output) : [];
  const lines = segmentsByLine(output, tokens, problems);
  element.append(...lines.map(lineElement));
  element.addEventListener("beforeinput", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => event.preventDefault());
  const pick = () => {
    const offset = caretOffset(element);
    if (offset !== undefined) onPick(offset);
  };
  element.addEventListener("click", () => {
    if (getSelection()?.isCollapsed) pick();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    pick();
  });
  return {
    element,
    mark: (stretches) => mark(element, stretches),
    goTo: (offset) => {
      const range = rangeOf(element, { start: offset, end: offset });
      if (range === undefined) return;
      element.focus();
      getSelection()?.setBaseAndExtent(
        range.startContainer,
        range.startOffset,
        range.startContainer,
        range.startOffset,
      );
      show(range);
    },
  };
}

function lineElement(segments: readonly Segment[]): HTMLElement {
  const line = document.createElement("div");
  line.className = "line";
  if (segments.length === 0) line.append(document.createElement("br"));
  for (const { start, text, classes } of segments) {
    const span = document.createElement("span");
    span.dataset.start = String(start);
    span.className = classes.join(" ");
    span.textContent = text;
    line.append(span);
  }
  return line;
}

/** The offset of the caret in the output; `undefined` if it is elsewhere, or in an empty line. */
function caretOffset(element: HTMLElement): number | undefined {
  const selection = getSelection();
  const node = selection?.anchorNode;
  if (!selection || !node || !element.contains(node)) return undefined;
  const start = node.parentElement?.dataset.start;
  return start === undefined ? undefined : Number(start) + selection.anchorOffset;
}

/** Highlights change no element, so that the caret stays and screen readers read nothing anew. */
function mark(element: HTMLElement, stretches: readonly Stretch[]): void {
  const ranges = stretches.map((stretch) => rangeOf(element, stretch)).filter((range) => range !== undefined);
  CSS.highlights.set(MARKED, new Highlight(...ranges));
  const [first] = ranges;
  if (first !== undefined && !element.contains(document.activeElement)) show(first);
}

function rangeOf(element: HTMLElement, { start, end }: Stretch): Range | undefined {
  const from = placeOf(element, start);
  const to = placeOf(element, end);
  if (from === undefined || to === undefined) return undefined;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function placeOf(element: HTMLElement, offset: number): { node: Node; offset: number } | undefined {
  const spans = element.querySelectorAll<HTMLElement>("span[data-start]");
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Number(spans[middle]?.dataset.start) <= offset) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  const node = span?.firstChild;
  if (!span || !node) return undefined;
  return { node, offset: Math.max(0, Math.min(offset - Number(span.dataset.start), span.textContent.length)) };
}

function show(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
