/**
 * What is clicked, or gets the caret, when the pointer that is pressed on it is let go. A list of choices takes the
 * pointer for itself.
 */
const CLICKED = "a, button, summary, label, [contenteditable]";

/**
 * Puts an update off while a pointer is pressed on what can be clicked: what is replaced between press and release gets
 * no click, and whoever clicked sees nothing happen. Of several updates meanwhile the last is shown.
 */
export function afterPress<Update extends readonly unknown[]>(
  show: (...update: Update) => void,
): (...update: Update) => void {
  let isPressed = false;
  let waiting: Update | undefined;
  addEventListener(
    "pointerdown",
    ({ target }) => {
      isPressed = target instanceof Element && target.closest(CLICKED) !== null;
    },
    true,
  );
  const release = (): void => {
    isPressed = false;
    const update = waiting;
    waiting = undefined;
    if (update !== undefined) show(...update);
  };
  // The click follows what ends the press.
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true);
  return (...update) => {
    if (isPressed) waiting = update;
    else show(...update);
  };
}
