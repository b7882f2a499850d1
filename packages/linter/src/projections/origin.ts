import type { InputSymbol, SymbolRoot } from "../prover/values/input-symbol.js";
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

const origins = new WeakMap<InputSymbol, { readonly origin: Origin | undefined }>();

/** The part of the input that a symbol is; `undefined` for names of members, and what a JSONPath may find anywhere. */
export function originOf(symbol: InputSymbol): Origin | undefined {
  let known = origins.get(symbol);
  if (known === undefined) {
    known = { origin: readOrigin(symbol) };
    origins.set(symbol, known);
  }
  return known.origin;
}

function readOrigin({ root, steps }: InputSymbol): Origin | undefined {
  const { root: where, path: start } = roots[root];
  const path = [...start];
  for (const step of steps) {
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
      case "name":
      case "json-path":
        return undefined;
    }
  }
  return { root: where, path };
}
