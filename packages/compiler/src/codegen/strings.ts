import type { Block, StringLiteral, Text } from "../syntax/tree.js";
import { type Code, quote, stringCode } from "./code.js";
import { FunctionWriter } from "./function-writer.js";
import { printed } from "./printing.js";
import { block } from "./statements.js";

/** An interpolated string: a concatenation where it holds only text and references, otherwise a function of its own. */
export function stringLiteral(w: FunctionWriter, node: StringLiteral): Code {
  const { template } = node;
  if (!template) return stringCode(quote(node.value));
  const simple = concatenation(w, template.body, template.dropsLastCharacter);
  if (simple !== undefined) return stringCode(simple);
  const name = w.names.next("f");
  const inner = new FunctionWriter(w.unit, "string", w.names, w.loops);
  block(inner, template.body);
  w.nested(`const ${name} = () => {`, inner, "};");
  const captured = `${w.unit.capture()}(${name})`;
  return stringCode(template.dropsLastCharacter ? `${w.unit.use("dropLast")}(${captured})` : captured);
}

function concatenation(w: FunctionWriter, body: Block, dropsLast: boolean): string | undefined {
  const parts: string[] = [];
  let pending = "";
  const statements = dropsLast ? withoutLastCharacter(body) : body.statements;
  if (statements === undefined) return undefined;
  for (const statement of statements) {
    if (statement.type === "Text" || statement.type === "Comment") {
      pending += statement.printed;
      continue;
    }
    if (statement.type !== "Reference" || w.unit.analysis.hasBlocks) return undefined;
    const code = printed(w, statement);
    pending += code.before;
    if (pending !== "" || parts.length === 0) parts.push(quote(pending));
    pending = "";
    parts.push(code.js);
  }
  if (pending !== "" || parts.length === 0) parts.push(quote(pending));
  return parts.length === 1 ? parts[0]! : `(${parts.join(" + ")})`;
}

/** The statements without the blank that Velocity added, where that is known to be the last character printed. */
function withoutLastCharacter(body: Block): Block["statements"] | undefined {
  const last = body.statements.at(-1);
  if (last?.type !== "Text" || last.printed === "") return undefined;
  const cut: Text = { ...last, printed: last.printed.slice(0, -1) };
  return [...body.statements.slice(0, -1), cut];
}
