/** Lets the arrow keys, Home and End move the focus among the items of a list. */
export function moveWithArrows(
  list: HTMLElement,
  selector: string,
  onMove: (item: HTMLElement) => void = () => {},
): void {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll<HTMLElement>(selector)];
    const current = items.indexOf(document.activeElement as HTMLElement);
    if (current === -1) return;
    const next = items[targetOf(event.key, current, items.length)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    onMove(next);
  });
}

/** The index that a key leads to; out of range for other keys. */
function targetOf(key: string, current: number, count: number): number {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return Math.min(current + 1, count - 1);
    case "ArrowUp":
    case "ArrowLeft":
      return Math.max(current - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}
