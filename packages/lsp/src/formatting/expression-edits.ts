import type { Block, Range, Statement } from "@apigw-vtl/compiler";
import type { TextEdit } from "@apigw-vtl/definitions";
import { type Doc, printFlat } from "./doc.js";
import { referenceDoc } from "./expression-doc.js";
import { headerDoc, setDoc } from "./header-doc.js";

/** The expressions in a block laid out on one line each; those that the author wrote on several lines stay. */
export function expressionEdits(block: Block, source: string): TextEdit[] {
  return [...expressionDocs(block, source)].flatMap(({ range: { start, end }, doc }) => {
    const text = source.slice(start, end);
    if (text.includes("\n")) return [];
    const newText = printFlat(doc);
    return newText === text || newText.includes("\n") ? [] : [{ start, end, newText }];
  });
}

/** All headers and printed references below a block, with their layout. */
export function* expressionDocs(
  block: Block,
  source: string,
): Generator<{ readonly range: Range; readonly doc: Doc; readonly isHeader: boolean }> {
  for (const statement of block.statements) yield* docsOf(statement, source);
}

function* docsOf(node: Statement, source: string): ReturnType<typeof expressionDocs> {
  const isHeader = true;
  switch (node.type) {
    case "Reference":
      yield { range: node.range, doc: referenceDoc(node, source), isHeader: false };
      break;
    case "Set":
      yield { range: node.header, doc: setDoc(node, source), isHeader };
      break;
    case "If":
      for (const branch of node.branches) {
        yield { range: branch.header, doc: headerDoc(branch, [branch.condition], source), isHeader };
        yield* expressionDocs(branch.body, source);
      }
      if (node.otherwise) yield* expressionDocs(node.otherwise.body, source);
      break;
    case "Foreach":
      yield { range: node.header, doc: headerDoc(node, node.arguments, source), isHeader };
      yield* expressionDocs(node.body, source);
      break;
    case "Define":
      yield { range: node.header, doc: headerDoc(node, node.variable ? [node.variable] : [], source), isHeader };
      yield* expressionDocs(node.body, source);
  }
}
