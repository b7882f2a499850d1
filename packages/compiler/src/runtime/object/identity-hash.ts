const hashes = new WeakMap<object, number>();
let last = 0;

/** `System.identityHashCode`: any number that stays the same for the object and differs from the others'. */
export function identityHash(object: object): number {
  let hash = hashes.get(object);
  if (hash === undefined) {
    last = (Math.imul(last, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    hash = last;
    hashes.set(object, hash);
  }
  return hash;
}
