import { childrenOf, type Node, type Range } from "@apigw-vtl/compiler";
import { SymbolKind } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";

/** An entry of the outline, in template offsets. */
export interface TemplateSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly TemplateSymbol[];
}

/** The outline of a template: variables, loops, conditions, macros and what is defined. */
export function templateSymbols(view: TemplateView): readonly TemplateSymbol[] {
  return view.isMappingTemplate ? symbolsBelow(view.tree, view) : [];
}

/** A node that is no symbol passes on those below it. Deep nesting is limited by the parser. */
function symbolsBelow(node: Node, view: TemplateView): readonly TemplateSymbol[] {
  return childrenOf(node).flatMap((child) => {
    const own = symbolOf(child, view);
    if (own === undefined) return symbolsBelow(child, view);
    return [{ ...own, children: symbolsBelow(child, view) }];
  });
}

function symbolOf(node: Node, view: TemplateView): Omit<TemplateSymbol, "children"> | undefined {
  const range = view.withoutLineEnd(node.range);
  switch (node.type) {
    case "Set": {
      const name = view.text(node.target.range);
      return {
        name,
        detail: short(view.text(node.value.range)),
        kind: SymbolKind.Variable,
        range,
        nameRange: node.target.range,
      };
    }
    case "Foreach": {
      const name = node.variable ? `#foreach ${view.text(node.variable.range)}` : "#foreach";
      return {
        name,
        detail: short(view.text(node.iterable.range)),
        kind: SymbolKind.Array,
        range,
        nameRange: node.header,
      };
    }
    case "Define":
      return {
        name: node.variable ? view.text(node.variable.range) : "#define",
        kind: SymbolKind.Object,
        range,
        nameRange: node.variable?.range ?? node.header,
      };
    case "Macro":
      return {
        name: `#${node.macroName}`,
        detail: node.parameters.map(({ name }) => `$${name}`).join(" "),
        kind: SymbolKind.Function,
        range,
        nameRange: node.macroNameRange,
      };
    case "IfBranch":
      return {
        name: `#${node.name}`,
        detail: short(view.text(node.condition.range)),
        kind: SymbolKind.Boolean,
        range,
        nameRange: node.header,
      };
    case "ElseBranch":
      return { name: "#else", kind: SymbolKind.Boolean, range, nameRange: node.header };
    default:
      return undefined;
  }
}

const LONGEST_DETAIL = 60;

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL - 1)}…` : line;
}
