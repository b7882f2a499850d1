/** An element with some of its properties. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", textContent: label });
  made.addEventListener("click", onClick);
  return made;
}

/** One of the elements that the page was made with. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
