/** A function that works out its result once for each object, for as long as that lives. */
export function remembered<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  // Asked for at every step of the interpreter: what is known is given by the shortest way.
  return (key) => known.get(key) ?? keptIn(known, key, make);
}

/** The same for texts and the like, of which all are forgotten when there are more than `most`. */
export function rememberedByKey<Key, Result>(
  make: (key: Key) => Result,
  most = Number.POSITIVE_INFINITY,
): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > most) known.clear();
    return keptIn(known, key, make);
  };
}

/** What `Map` and `WeakMap` have in common. */
interface Known<Key, Result> {
  get(key: Key): Result | undefined;
  has(key: Key): boolean;
  set(key: Key, result: Result): unknown;
}

/** What is known of a key, worked out when it is first asked for. */
export function keptIn<Key, Result>(known: Known<Key, Result>, key: Key, make: (key: Key) => Result): Result {
  const before = known.get(key);
  if (before !== undefined || known.has(key)) return before as Result;
  const result = make(key);
  known.set(key, result);
  return result;
}
