/** How much faster ours is than each of the others. */
export function ratiosOf({ hand, ours, velocityjs, jvm }) {
  return { hand: hand / ours, velocityjs: velocityjs / ours, jvm: jvm && jvm / ours };
}
