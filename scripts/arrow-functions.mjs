/**
 * Writes a module's functions as arrow functions, which are shorter: `function f(a){return b}` is `var f=(a)=>b;`. They
 * come first, so that whatever is worked out when the module is loaded finds them, as it would find functions.
 */
import ts from "typescript";

/** @param {string} text an ES module @returns {string} */
export function functionsAsArrows(text) {
  const file = ts.createSourceFile("module.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const statements = file.statements.map((statement) => ({ statement, arrow: arrowOf(statement, file) }));
  const arrows = statements.flatMap(({ arrow }) => arrow ?? []);
  const others = statements.flatMap(({ statement, arrow }) => (arrow === undefined ? [statement.getText(file)] : []));
  return [...arrows, ...others].join("\n");
}

/** @returns {string | undefined} undefined of what is no function, or one that an arrow function cannot stand for */
function arrowOf(node, file) {
  if (!ts.isFunctionDeclaration(node) || node.asteriskToken || node.modifiers) return undefined;
  const { name, parameters, body } = node;
  if (name === undefined || body === undefined || hasOwnNames(body)) return undefined;
  const [statement, ...more] = body.statements;
  const returned = more.length === 0 && statement && ts.isReturnStatement(statement) ? statement.expression : undefined;
  const given = parameters.map((each) => each.getText(file)).join(",");
  return `var ${name.text}=(${given})=>${returned ? bodyOf(returned, file) : body.getText(file)};`;
}

/** Braces would be those of a block, and a comma would end the declaration. */
function bodyOf(expression, file) {
  const text = expression.getText(file);
  const isComma = ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isComma || text.startsWith("{") ? `(${text})` : text;
}

/** Whether a function uses `this` or `arguments`, which an arrow function does not have. */
function hasOwnNames(node) {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isIdentifier(node) && node.text === "arguments") return true;
  if (ts.isClassLike(node)) return false;
  return ts.forEachChild(node, (child) => hasOwnNames(child) || undefined) ?? false;
}
