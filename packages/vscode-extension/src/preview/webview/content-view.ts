import type { MessageFromPage, PreviewContent } from "../protocol.js";
import { button, element } from "./elements.js";
import { createOutputView, type OutputView } from "./output-view.js";

type Post = (message: MessageFromPage) => void;

/** Fills the main part of the page; gives the view of the output if that is what it shows. */
export function showContent(parent: HTMLElement, content: PreviewContent, post: Post): OutputView | undefined {
  switch (content.kind) {
    case "output": {
      const view = createOutputView(content, (offset) => post({ type: "reveal", offset }));
      parent.replaceChildren(...problemList(content, view), view.element);
      return view;
    }
    case "difference":
      parent.replaceChildren(differenceView(content));
      return undefined;
    case "failure":
      parent.replaceChildren(failureView(content, post));
      return undefined;
    case "nothing":
      parent.replaceChildren(element("p", { className: "nothing", textContent: content.message }));
      return undefined;
  }
}

function problemList({ problems }: Extract<PreviewContent, { kind: "output" }>, view: OutputView): readonly Node[] {
  if (problems.length === 0) return [];
  const list = element("ul", { className: "problems", ariaLabel: "Problems of the output" });
  for (const { message, start } of problems) {
    const item = element("li");
    item.append(button(message, () => view.goTo(start)));
    list.append(item);
  }
  return [list];
}

const SIGNS = { same: " ", "only-from": "−", "only-to": "+" } as const;

function differenceView({ from, to, lines }: Extract<PreviewContent, { kind: "difference" }>): HTMLElement {
  const view = element("div", { className: "difference", tabIndex: 0 });
  view.setAttribute("role", "document");
  view.ariaLabel = `Difference of the outputs for ${from} and ${to}`;
  if (lines.every(({ kind }) => kind === "same")) {
    view.append(element("p", { className: "nothing", textContent: `The outputs for ${from} and ${to} are the same.` }));
  } else {
    view.append(element("p", { className: "legend", textContent: `− ${from}   + ${to}` }));
  }
  for (const { kind, text } of lines) {
    // Deletions and insertions are announced, and told apart without colours by their sign.
    const line = element(kind === "same" ? "div" : kind === "only-from" ? "del" : "ins", { className: "line" });
    line.append(element("span", { className: "sign", textContent: SIGNS[kind] }), text);
    view.append(line);
  }
  return view;
}

function failureView(failure: Extract<PreviewContent, { kind: "failure" }>, post: Post): HTMLElement {
  const view = element("section", { className: "failure" });
  view.setAttribute("role", "alert");
  view.append(element("h2", { textContent: failure.heading }), element("p", { textContent: failure.message }));
  if (failure.hint !== undefined) view.append(element("p", { className: "hint", textContent: failure.hint }));
  if (failure.placed) view.append(button("Go to the place", () => post({ type: "revealFailure" })));
  if (failure.documentationUrl !== undefined) {
    view.append(button("Read more", () => post({ type: "openDocumentation" })));
  }
  return view;
}
