import { parseJsonPath } from "../prover/interpreter/json-path.js";
import type { InputSymbol, SymbolRoot } from "../prover/values/input-symbol.js";
import { remembered } from "../remembered.js";
import type { Origin } from "./summary.js";

const roots: Readonly<Record<SymbolRoot, Origin>> = {
  body: { root: "body", path: [] },
  parameter: { root: "params", path: ["any"] },
  header: { root: "params", path: ["header"] },
  querystring: { root: "params", path: ["querystring"] },
  path: { root: "params", path: ["path"] },
  context: { root: "context", path: [] },
  stageVariables: { root: "stageVariables", path: [] },
};

/**
 * The part of the input that a symbol is; `undefined` for names of members, and what a JSONPath may find anywhere. What is in
 * the list that `$.lines[*]` or `$.lines[?(…)]` finds is an element of `$.lines`.
 */
export const originOf = remembered(({ root, steps }: InputSymbol): Origin | undefined => {
  const { root: where, path: start } = roots[root];
  const path = [...start];
  let isFound = false;
  for (const step of steps) {
    if (isFound && (step.kind === "index" || step.kind === "element")) {
      isFound = false;
      path.push("*");
      continue;
    }
    if (isFound) return undefined;
    switch (step.kind) {
      case "member":
        path.push(step.name);
        break;
      case "index":
        path.push(String(step.index));
        break;
      case "element":
      case "named-by":
        path.push("*");
        break;
      case "parsed":
        path.push("(json)");
        break;
      case "json-path": {
        const searched = searchedPath(step.path);
        if (searched === undefined) return undefined;
        path.push(...searched);
        isFound = true;
        break;
      }
      case "name":
        return undefined;
    }
  }
  return isFound ? undefined : { root: where, path };
});

/** The part of which a JSONPath finds elements, all or those that a filter lets through. */
function searchedPath(path: string): readonly string[] | undefined {
  const [, searched] = /^(.*?)\[(?:\*|\?\((?:(?!\)\]).)*\))\]$/.exec(path.trim()) ?? [];
  if (searched === undefined) return undefined;
  return parseJsonPath(searched)?.map((step) => (step.kind === "member" ? step.name : "*"));
}
