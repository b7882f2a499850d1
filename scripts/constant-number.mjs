import ts from "typescript";

/**
 * @param {import("typescript").Declaration} declaration of the module's own names
 * @param {import("typescript").SourceFile} file
 * @returns {number | undefined} what it stands for throughout the module, if that is a number that is not negative
 */
export function constantNumber(declaration, file) {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  const value = foldedValue(declaration.initializer);
  return value !== undefined && value >= 0 && !changes(file, declaration.name.getText(file)) ? value : undefined;
}

/** @returns {number | undefined} */
function foldedValue(node) {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (!ts.isBinaryExpression(node)) return undefined;
  const [left, right] = [foldedValue(node.left), foldedValue(node.right)];
  if (left === undefined || right === undefined) return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    default:
      return undefined;
  }
}

/** Whether anything of that name is changed, be it this or a local variable. */
function changes(node, name) {
  return changed(node)?.text === name || (ts.forEachChild(node, (child) => changes(child, name) || undefined) ?? false);
}

/** @returns {import("typescript").Identifier | undefined} what `name = value`, `name++` and the like change */
function changed(node) {
  if (ts.isBinaryExpression(node)) return isAssignment(node) && ts.isIdentifier(node.left) ? node.left : undefined;
  const counts = ts.isPostfixUnaryExpression(node) || (ts.isPrefixUnaryExpression(node) && isCounting(node));
  return counts && ts.isIdentifier(node.operand) ? node.operand : undefined;
}

const isCounting = ({ operator }) =>
  operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;

const isAssignment = ({ operatorToken: { kind } }) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
