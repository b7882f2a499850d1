import type { MessageJson } from "../../report/invocation-json.js";
import { element } from "../dom/element.js";
import { codeBlock, type Side } from "./code-block.js";
import { type ComparedLine, compareLines, plainLines } from "./compare-lines.js";
import { type MessageLines, messageLines } from "./message-lines.js";

/** One side of a step: a heading and what is below it, which scrolls by itself. */
export function pane(title: string, note: string | undefined, ...content: readonly (Node | undefined)[]): HTMLElement {
  const heading = element("p", { class: "pane-title" }, title);
  return element(
    "div",
    { class: "pane" },
    element(
      "div",
      { class: "pane-head" },
      heading,
      note === undefined ? undefined : element("span", { class: "pane-note" }, note),
    ),
    element("div", { class: "pane-content", role: "region", "aria-label": title, tabindex: "0" }, ...content),
  );
}

interface ComparedMessage {
  readonly start: readonly ComparedLine[];
  readonly headers: readonly ComparedLine[];
  readonly body: readonly ComparedLine[] | undefined;
}

/** A message that is compared with nothing. */
export function messagePane(title: string, message: MessageJson, format: boolean): HTMLElement {
  return pane(title, undefined, ...messageParts(plainMessage(messageLines(message, format)), "only"));
}

/** The message before and after a step, with what differs marked; one that is missing has no pane. */
export function messagePanes(
  input: MessageJson | undefined,
  output: MessageJson | undefined,
  format: boolean,
): { readonly input: HTMLElement | undefined; readonly output: HTMLElement | undefined } {
  // A response is no changed request: to mark all of both would say nothing.
  const isAnswer = input?.status === undefined && output?.status !== undefined;
  if (input === undefined || output === undefined || isAnswer) {
    return {
      input: input && messagePane("Input", input, format),
      output: output && messagePane("Output", output, format),
    };
  }
  const before = messageLines(input, format);
  const after = messageLines(output, format);
  const start = compareLines(before.start, after.start);
  const headers = compareLines(before.headers, after.headers);
  // A body that is not known on one side has not changed.
  const compareBodies = before.body !== undefined && after.body !== undefined;
  const body = compareLines(before.body ?? [], compareBodies ? (after.body ?? []) : (before.body ?? []));
  const changed = [start, headers, body].some((part) => [...part.before, ...part.after].some((line) => line.changed));
  const note = changed ? undefined : "no difference";
  return {
    input: pane(
      "Input",
      note,
      ...messageParts({ start: start.before, headers: headers.before, body: before.body && body.before }, "before"),
    ),
    output: pane(
      "Output",
      note,
      ...messageParts(
        {
          start: start.after,
          headers: headers.after,
          body: after.body && (compareBodies ? body.after : plainLines(after.body)),
        },
        "after",
      ),
    ),
  };
}

function plainMessage({ start, headers, body }: MessageLines): ComparedMessage {
  return { start: plainLines(start), headers: plainLines(headers), body: body && plainLines(body) };
}

function messageParts({ start, headers, body }: ComparedMessage, side: Side): readonly (HTMLElement | undefined)[] {
  return [
    start.length === 0 ? undefined : codeBlock(start, side),
    headers.length === 0 ? undefined : part("Headers", codeBlock(headers, side)),
    body === undefined
      ? undefined
      : part("Body", body.length === 0 ? element("p", { class: "empty" }, "empty") : codeBlock(body, side)),
  ];
}

function part(title: string, content: HTMLElement): HTMLElement {
  return element("div", { class: "message-part" }, element("p", { class: "part-title" }, title), content);
}
