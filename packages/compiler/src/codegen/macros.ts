import type { EvaluateDirective, Expression, MacroCall, MacroDirective } from "../syntax/tree.js";
import { quote } from "./code.js";
import { value } from "./expressions.js";
import { FunctionWriter } from "./function-writer.js";
import { block, printText } from "./statements.js";
import { countSteps } from "./steps.js";

/** Macros of plain Velocity. Arguments are passed by name: evaluated anew, where the call stands, at each use. */
export function macroCall(w: FunctionWriter, node: MacroCall): void {
  const { unit, names } = w;
  if (!unit.analysis.dynamic) return printText(w, node.printed, node.range);
  const args = node.arguments.map((argument) => macroArgument(w, argument));
  let body = "null";
  if (node.body) {
    body = names.next("b");
    const inner = new FunctionWriter(unit, "block", names);
    block(inner, node.body);
    w.nested(`const ${body} = (c) => {`, inner, "};");
  }
  const name = quote(node.name.replace(/^@/, ""));
  const call = unit.fallible("callMacro", ["s", "c", name, `[${args.join(", ")}]`, body, unit.capture()], node.header);
  w.line(`if (!${call}) ${unit.out} += ${quote(node.printed)};`, node.range);
}

/** Numbers and booleans are evaluated once, everything else at each use (`ProxyVMContext.isConstant`). */
function macroArgument(w: FunctionWriter, node: Expression): string {
  const js = value(w, node).js;
  switch (node.type) {
    case "IntegerLiteral":
    case "FloatLiteral":
    case "BooleanLiteral":
    case "WordArgument":
      return `{ value: ${js} }`;
    default: {
      return `{ value: null, read: (c) => ${js}, literal: ${quote(w.unit.textOf(node))} }`;
    }
  }
}

/** Defines the macro when the module starts: calls may stand before the definition. */
export function macroDefinition(w: FunctionWriter, node: MacroDirective): void {
  const inner = new FunctionWriter(w.unit, "macro", w.names);
  countSteps(inner, node.body);
  block(inner, node.body);
  const parameters = node.parameters.map((parameter) => quote(parameter.name));
  w.nested(`s.defineMacro(${quote(node.macroName)}, [${parameters.join(", ")}], (c) => {`, inner, "});");
}

/** `#evaluate` compiles its text when it is reached. */
export function evaluate(w: FunctionWriter, node: EvaluateDirective): void {
  const [source] = node.arguments;
  if (!source) return;
  const js = w.unit.fallible("evaluateText", ["s", "c", value(w, source).js], node.range);
  w.line(`${js};`, node.range);
}
