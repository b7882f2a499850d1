import { type Diagnostic, type Node, parse, type Range, type Reference, walk } from "@apigw-vtl/compiler";
import { type Mark, squiggles } from "../../src/syntax/testing/squiggles.js";
import type { SyntaxCase } from "./cases.js";

/** The source of a case with every node, and everything that is reported, drawn underneath. */
export function drawTree({ source, dialect }: SyntaxCase): string {
  const { tree, diagnostics } = parse(source, { dialect });
  const marks: Mark[] = [];
  walk(tree, (node) => {
    if (node === tree || node === tree.body) return;
    const mark = (range: Range, label: string) => marks.push({ range, label, stroke: "~" });
    mark(node.range, labelOf(node));
    for (const [name, range] of partsOf(node)) mark(range, `.${name}`);
  });
  return squiggles(source, [...marks, ...diagnostics.map(diagnosticMark)]);
}

/** The source of a case with everything that is reported drawn underneath. */
export function drawDiagnostics({ source, dialect }: SyntaxCase): string {
  return squiggles(source, parse(source, { dialect }).diagnostics.map(diagnosticMark));
}

function diagnosticMark({ code, severity, range, hint }: Diagnostic): Mark {
  const level = severity === "error" ? "" : `${severity} `;
  return { range, label: `${level}${code}${hint === undefined ? "" : `\n    hint: ${hint}`}`, stroke: "^" };
}

/** Type of a node, and what of it the source does not show. */
function labelOf(node: Node): string {
  switch (node.type) {
    case "Reference":
      return `Reference ${[node.name, ...flagsOf(node)].join(" ")}`;
    case "PropertyStep":
    case "MethodStep":
    case "WordArgument":
      return `${node.type} ${node.name}`;
    case "Text":
      return node.kind === "plain" ? "Text" : `Text ${node.kind} prints ${JSON.stringify(node.printed)}`;
    case "Comment":
      return node.printed === ""
        ? `Comment ${node.kind}`
        : `Comment ${node.kind} prints ${JSON.stringify(node.printed)}`;
    case "Literal":
    case "MacroCall":
      return `${node.type} prints ${JSON.stringify(node.printed)}`;
    case "StringLiteral":
      return `${node.type} ${JSON.stringify(node.value)}${node.template ? " interpolated" : ""}`;
    case "BinaryExpression":
      return `${node.type} ${node.operator}`;
    case "Macro":
      return node.macroName === "" ? node.type : `${node.type} ${node.macroName}`;
    default:
      return node.type;
  }
}

function flagsOf({ formal, quiet, prefix }: Reference): string[] {
  const flags = { formal, quiet, escaped: prefix.escaped, runt: prefix.runt, notComputable: prefix.notComputable };
  const names = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []));
  if (prefix.escapes !== "") names.push(`escapes ${prefix.escapes}`);
  if (prefix.more !== "") names.push(`more ${prefix.more}`);
  return names;
}

/** The ranges that nodes have beside their own, where these say more. */
function partsOf(node: Node): [string, Range][] {
  switch (node.type) {
    case "IfBranch":
    case "Foreach":
    case "Define":
    case "Macro":
    case "Literal":
      return present({ header: node.header, parentheses: node.parentheses, end: "end" in node ? node.end : undefined });
    case "ElseBranch":
      return [["header", node.header]];
    case "If":
      return present({ end: node.end });
    default:
      return [];
  }
}

function present(ranges: Readonly<Record<string, Range | undefined>>): [string, Range][] {
  return Object.entries(ranges).flatMap(([name, range]) => (range === undefined ? [] : [[name, range]]));
}
