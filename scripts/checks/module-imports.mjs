import { posix } from "node:path";
import ts from "typescript";

/**
 * One import of a module, static, dynamic or `export … from`.
 * @typedef {{specifier: string, typeOnly: boolean, line: number}} ModuleImport
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {ModuleImport[]} in the order of the text
 */
export function importsOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = [];
  const add = (node, specifier, typeOnly) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    imports.push({ specifier: specifier.text, typeOnly, line: line + 1 });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      // `import { type T }` still runs the module under verbatimModuleSyntax: only `import type` does not.
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier)) add(node, specifier, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

/**
 * The source file that a relative import means: TypeScript sources import each other by the name of their output.
 * @param {string} from path of the importing file
 * @param {string} specifier
 */
export function resolveRelative(from, specifier) {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}
