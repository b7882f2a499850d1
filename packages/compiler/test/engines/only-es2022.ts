/** What engines have beside ES2022, of the language and of their surroundings; `prototype` of an iterator is reached by hand. */
const newer = {
  Array: "fromAsync",
  "Array.prototype": "findLast findLastIndex toReversed toSorted toSpliced with",
  "ArrayBuffer.prototype": "resize transfer transferToFixedLength",
  Error: "isError",
  JSON: "isRawJSON rawJSON",
  Map: "groupBy",
  "Map.prototype": "getOrInsert getOrInsertComputed",
  Math: "f16round sumPrecise",
  Object: "groupBy",
  Promise: "try withResolvers",
  RegExp: "escape",
  "Set.prototype": "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
  "String.prototype": "isWellFormed toWellFormed",
  Uint8Array: "fromBase64 fromHex",
  "Uint8Array.prototype": "setFromBase64 setFromHex toBase64 toHex",
  "Object.getPrototypeOf(Uint8Array.prototype)": "findLast findLastIndex toReversed toSorted with",
  "Object.getPrototypeOf(Object.getPrototypeOf([].values()))":
    "drop every filter find flatMap forEach map reduce some take toArray",
  globalThis:
    "Iterator structuredClone TextEncoder TextDecoder URL URLSearchParams Buffer setTimeout setInterval setImmediate queueMicrotask performance atob btoa crypto fetch navigator",
};

/** A script that takes away what is newer than the language that the compiler is written for, and what is no language at all. */
export const ONLY_ES2022 = Object.entries(newer)
  .flatMap(([owner, names]) => names.split(" ").map((name) => `delete ${owner}.${name};`))
  .join("\n");
