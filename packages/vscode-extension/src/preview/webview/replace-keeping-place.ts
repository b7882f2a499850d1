/** What scrolls by itself in a result; each has a name of its own. */
const SCROLLED = "[role=region][aria-label]";

/** Replaces what an element holds by a newer version of it: focus and scroll positions stay where they are. */
export function replaceKeepingPlace(parent: HTMLElement, children: readonly Node[]): void {
  const focused = selectorOf(parent.contains(document.activeElement) ? document.activeElement : null);
  const positions = [...parent.querySelectorAll(SCROLLED)].map(
    ({ ariaLabel, scrollTop, scrollLeft }) => [ariaLabel, { top: scrollTop, left: scrollLeft }] as const,
  );
  parent.replaceChildren(...children);
  const kept = new Map(positions);
  for (const region of parent.querySelectorAll(SCROLLED)) region.scrollTo(kept.get(region.ariaLabel) ?? {});
  if (focused !== undefined) parent.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
}

/** Finds an element again in what takes its place. */
function selectorOf(node: Element | null): string | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  if (node.id !== "") return `#${CSS.escape(node.id)}`;
  if (node.dataset.step !== undefined) return `[data-step="${CSS.escape(node.dataset.step)}"]`;
  if (node.ariaLabel !== null) return `[aria-label="${CSS.escape(node.ariaLabel)}"]`;
  return node.className === "" ? undefined : `.${[...node.classList].map((name) => CSS.escape(name)).join(".")}`;
}
