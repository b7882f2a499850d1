import { moveWithArrows } from "./arrow-keys.js";
import { element } from "./element.js";

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly panel: Node;
}

/**
 * Tabs as screen readers know them; arrow keys change the panel. `onSelect` is told which one is shown, `beside` stands in
 * the line of the tabs.
 */
export function tabs(
  label: string,
  items: readonly Tab[],
  selected: string,
  onSelect: (id: string) => void,
  beside?: HTMLElement,
): HTMLElement {
  const buttons = items.map(({ id, title }) =>
    element("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` }, title),
  );
  const panels = items.map(({ id, panel }) =>
    element("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, class: "panel" }, panel),
  );
  const select = (index: number) => {
    for (const [i, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
    }
    for (const [i, panel] of panels.entries()) panel.hidden = i !== index;
    const item = items[index];
    if (item !== undefined) onSelect(item.id);
  };
  for (const [index, button] of buttons.entries()) button.addEventListener("click", () => select(index));
  const list = element("div", { role: "tablist", "aria-label": label, class: "tablist" }, ...buttons);
  moveWithArrows(list, "[role=tab]", (button) => button.click());
  select(
    Math.max(
      0,
      items.findIndex(({ id }) => id === selected),
    ),
  );
  return element("div", { class: "tabs" }, element("div", { class: "tab-bar" }, list, beside), ...panels);
}
