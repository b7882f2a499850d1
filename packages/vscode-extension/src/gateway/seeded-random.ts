/** Numbers from 0 to 1 that are the same each time: ids of a preview must not change with each keystroke. */
export function seededRandom(): () => number {
  let state = 1;
  return () => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
