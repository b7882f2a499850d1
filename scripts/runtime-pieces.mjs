/**
 * Takes the bundled runtime apart into the pieces that a linker puts together again (`packages/compiler/src/emit`): a
 * piece for each declaration, with the pieces that it needs.
 *
 * Bundling has made one flat list of declarations of it. TypeScript knows what each name in it stands for.
 */
import ts from "typescript";
import { functionsAsArrows } from "./arrow-functions.mjs";
import { constantNumber } from "./constant-number.mjs";

/**
 * @typedef {object} Part
 * @property {(string | Member)[]} text
 * @property {number[]} uses the numbers of the pieces that it cannot do without
 * @property {string[]} mentions names of members that it may call
 */

/**
 * @typedef {Part & {key: string, otherwise?: string}} Member left out, or replaced, unless its key is mentioned
 * somewhere
 */

/** @typedef {Part & {name: string}} Piece */

/** @typedef {{name: string, node: import("typescript").Declaration, before: string, after: string}} Declared */

const FILE = "runtime.js";

/** Functions of the runtime that call a Java method by a name that they are given. */
const CALLS_BY_NAME = ["invokeMethod", "findMethod", "call"];

/** Members that JavaScript itself calls. */
const PROTOCOLS = new Set(["constructor", "toString", "toJSON", "valueOf", "next", "return", "throw", "then"]);

/**
 * @param {string} bundled an ES module without imports
 * @returns {{pieces: Piece[], exports: Record<string, number>}} by exported name, the piece that declares it
 */
export function takeApart(bundled) {
  const text = functionsAsArrows(bundled);
  const { file, checker } = read(text);
  const declarations = file.statements.flatMap(declarationsOf);
  const pieceOf = new Map(declarations.map(({ node }, index) => [node, index]));
  const names = new Set(declarations.map(({ name }) => name));
  const exports = exportsOf(file, checker, pieceOf);
  /** They are written where they are used: they are shorter than their declarations. */
  const numbers = new Map(
    declarations.flatMap(({ node }, index) => {
      const value = constantNumber(node, file);
      return value === undefined ? [] : [[index, value]];
    }),
  );
  const callsByName = new Set(CALLS_BY_NAME.map((name) => exports[name]));

  /** @param {import("typescript").Identifier} id @returns {number | undefined} */
  const pieceNamed = (id) => {
    if (!names.has(id.text)) return undefined;
    const symbol = ts.isShorthandPropertyAssignment(id.parent)
      ? checker.getShorthandAssignmentValueSymbol(id.parent)
      : checker.getSymbolAtLocation(id);
    return symbol?.valueDeclaration && pieceOf.get(symbol.valueDeclaration);
  };

  const pieceCalled = ({ expression }) => (ts.isIdentifier(expression) ? pieceNamed(expression) : undefined);

  /** The class of `value instanceof Class`. */
  const askedFor = (node) =>
    isInstanceOf(node) && isName(node.left) && ts.isIdentifier(node.right) ? pieceNamed(node.right) : undefined;

  /**
   * A class that nothing uses has no instances: `value instanceof Class` is false, and what depends on it is not done.
   * @returns {{key: string, otherwise: string} | undefined}
   */
  const ofClass = (node) => {
    const asked = askedFor(node);
    if (asked !== undefined) return { key: `=${asked}`, otherwise: "!1" };
    const required = conjuncts(conditionOf(node))
      .map(askedFor)
      .find((each) => each !== undefined);
    if (required === undefined) return undefined;
    return { key: `=${required}`, otherwise: ts.isStatement(node) ? ";" : "0" };
  };

  /** @param {import("typescript").Node} node @returns {string | undefined} the key of a node that can be left out */
  const keyOf = (node) => {
    const { parent } = node;
    if (ts.isClassLike(parent)) {
      if (!ts.isMethodDeclaration(node) && !ts.isAccessor(node) && !ts.isPropertyDeclaration(node)) return undefined;
      const { name } = node;
      if (ts.isPrivateIdentifier(name)) return privateKey(name);
      return ts.isIdentifier(name) && !PROTOCOLS.has(name.text) ? name.text : undefined;
    }
    if (ts.isCallExpression(parent) && parent.arguments[1] === node && pieceCalled(parent) === exports.optional) {
      const [part] = parent.arguments;
      return ts.isStringLiteralLike(part) ? `?${part.text}` : undefined;
    }
    if (!ts.isPropertyAssignment(node) || !ts.isCallExpression(parent.parent)) return undefined;
    const { name } = node;
    return ts.isIdentifier(name) && pieceCalled(parent.parent) === exports.methodTable ? `:${name.text}` : undefined;
  };

  /** @returns {Part} of the text of a node, up to `end` */
  const partOf = (root, end, own) => {
    const part = noPart();
    const start = root.getStart(file);
    let done = start;
    const visit = (node) => {
      const needed = ofClass(node);
      if (needed !== undefined) {
        const inside = partOf(isInstanceOf(node) ? node.left : node, node.end, own);
        part.text.push(text.slice(done, node.getStart(file)), { ...needed, ...inside });
        done = node.end;
        return;
      }
      const key = keyOf(node);
      if (key !== undefined) {
        const after = text[node.end] === "," ? node.end + 1 : node.end;
        part.text.push(text.slice(done, node.getStart(file)));
        // The last of a list has no comma after it, and may be followed by others now.
        const comma = key.startsWith(":") && after === node.end ? "," : "";
        const inside = partOf(node, after, own);
        part.text.push({ key, ...inside, text: comma ? [...inside.text, comma] : inside.text });
        done = after;
        return;
      }
      const piece = ts.isIdentifier(node) && !isKey(node) ? pieceNamed(node) : undefined;
      if (piece !== undefined && piece !== own && numbers.has(piece)) {
        const before = ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}:` : "";
        part.text.push(text.slice(done, node.getStart(file)) + before + numbers.get(piece));
        done = node.end;
        return;
      }
      note(node, part, own);
      ts.forEachChild(node, visit);
    };
    note(root, part, own);
    ts.forEachChild(root, visit);
    part.text.push(text.slice(done, end));
    return {
      text: part.text.filter((each) => each !== ""),
      uses: [...part.uses].sort((a, b) => a - b),
      mentions: [...part.mentions],
    };
  };

  const note = (node, part, own) => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      part.mentions.add(ts.isPrivateIdentifier(node) ? privateKey(node) : node.text);
    } else if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && isPropertyOf(parent, node)) {
      part.mentions.add(node.text);
    } else if (ts.isStringLiteralLike(node) && ts.isCallExpression(parent) && callsByName.has(pieceCalled(parent))) {
      part.mentions.add(`:${node.text}`);
    } else if (ts.isIdentifier(node) && !isKey(node)) {
      const piece = pieceNamed(node);
      if (piece !== undefined && piece !== own) part.uses.add(piece);
    }
  };

  const pieces = declarations.map(({ name, node, before, after }, index) => {
    const part = partOf(node, node.end, index);
    return { name, ...part, text: [before, ...part.text, after].filter((each) => each !== "") };
  });
  return { pieces, exports };
}

/** @param {string} text */
function read(text) {
  const file = ts.createSourceFile(FILE, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  /** @type {import("typescript").CompilerHost} */
  const host = {
    getSourceFile: (name) => (name === FILE ? file : undefined),
    fileExists: (name) => name === FILE,
    readFile: () => undefined,
    writeFile: () => {},
    getDefaultLibFileName: () => "",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const options = { allowJs: true, noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext };
  return { file, checker: ts.createProgram({ rootNames: [FILE], options, host }).getTypeChecker() };
}

/** @returns {Declared[]} a statement's declarations, each of which can stand alone */
function declarationsOf(statement) {
  if (ts.isExportDeclaration(statement)) return [];
  if (ts.isVariableStatement(statement)) {
    const { declarations } = statement.declarationList;
    return declarations.map((node) => ({ name: node.name.getText(), node, before: "var ", after: ";" }));
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "", node: statement, before: "", after: "" }];
  }
  throw new Error(`The runtime does something when it is loaded: ${statement.getText().slice(0, 80)}`);
}

/** @returns {{text: (string | Member)[], uses: Set<number>, mentions: Set<string>}} */
const noPart = () => ({ text: [], uses: new Set(), mentions: new Set() });

function exportsOf(file, checker, pieceOf) {
  const specifiers = file.statements
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) => exportClause.elements);
  return Object.fromEntries(
    specifiers.map((specifier) => {
      const symbol = checker.getExportSpecifierLocalTargetSymbol(specifier);
      return [specifier.name.text, pieceOf.get(symbol?.valueDeclaration)];
    }),
  );
}

/** Each class has private names of its own, and bundling makes them alike. */
function privateKey(name) {
  return `${name.text} ${ts.findAncestor(name, ts.isClassLike)?.pos}`;
}

/** The name of a member where it is declared, a label, … */
function isKey(id) {
  const { parent } = id;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return true;
  return (
    parent.name === id &&
    (ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isMethodDeclaration(parent))
  );
}

/** `{name}` and the first in `{name: local}`, where an object is taken apart. */
const isPropertyOf = (element, node) => (element.propertyName ?? element.name) === node;

/** @returns {node is import("typescript").BinaryExpression} */
const isInstanceOf = (node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;

/** What can be left unread: a variable, or a property of one. */
function isName(node) {
  if (ts.isPropertyAccessExpression(node)) return isName(node.expression);
  return ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword;
}

/** What must be true for a part of `a && part`, `a ? part : other` or `if (a) part` to be reached. */
function conditionOf(node) {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.whenTrue === node ? parent.condition : undefined;
  if (ts.isIfStatement(parent)) return parent.thenStatement === node ? parent.expression : undefined;
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return undefined;
  return parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? parent.left : undefined;
}

/** `a` and `b` of `a && b`. @returns {import("typescript").Node[]} */
function conjuncts(node) {
  if (node === undefined) return [];
  const isAnd = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node];
}
