const ofTexts = new Set([
  "charAt",
  "codePointAt",
  "compareToIgnoreCase",
  "concat",
  "endsWith",
  "equalsIgnoreCase",
  "length",
  "matches",
  "replaceAll",
  "replaceFirst",
  "split",
  "startsWith",
  "strip",
  "subSequence",
  "substring",
  "toLowerCase",
  "toUpperCase",
  "trim",
]);

const ofCollections = new Set([
  "add",
  "addAll",
  "containsKey",
  "contains",
  "entrySet",
  "get",
  "getKey",
  "getValue",
  "isEmpty",
  "keySet",
  "put",
  "putAll",
  "remove",
  "size",
  "values",
]);

/** Whether only texts have a method. */
export function isTextMethod(name: string): boolean {
  return ofTexts.has(name);
}

/** Whether only maps, lists and their views have a method, or these and texts. */
export function isCollectionMethod(name: string): boolean {
  return ofCollections.has(name);
}
