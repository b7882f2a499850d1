import ts from "typescript";
import { clockProblem, isTestCode } from "./test-clocks.mjs";

const MEDIAN_BELOW = 90;
const LONGEST = 400;

/** Files that are one table, where a length says nothing about how hard they are to read. */
const isDataTable = (path) => path.endsWith(".data.ts");
const isTest = (path) => path.endsWith(".test.ts");
const isPackageSource = (path) => /^packages\/[^/]+\/src\//.test(path) && !isTest(path);

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SAYS_NOTHING = new Set(["utils", "helper", "helpers", "misc"]);

/**
 * Checks sizes, names, exports and tests.
 * @param {import("./source-tree.mjs").SourceTree} tree
 * @returns {string[]} one line a problem
 */
export function findShapeProblems(tree) {
  const problems = [];
  const lengths = [];
  for (const [path, text] of tree) {
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    if (isPackageSource(path) && !isDataTable(path)) lengths.push(lines);
    if (lines > LONGEST && !isDataTable(path)) problems.push(`${path}: ${lines} lines, the most is ${LONGEST}`);
    problems.push(...nameProblems(path), ...syntaxProblems(path, text));
  }
  const median = medianOf(lengths);
  if (median >= MEDIAN_BELOW)
    problems.push(`the median source has ${median} lines; it should be below ${MEDIAN_BELOW}`);
  return problems;
}

/** @param {number[]} numbers */
function medianOf(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[sorted.length >> 1];
}

function nameProblems(path) {
  const problems = [];
  for (const part of path.split("/")) {
    for (const name of part.split(".")) {
      if (!KEBAB_CASE.test(name)) problems.push(`${path}: '${part}' is not in kebab case`);
    }
    if (SAYS_NOTHING.has(part.split(".")[0])) problems.push(`${path}: '${part}' does not say what is in it`);
  }
  return problems;
}

function syntaxProblems(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems = [];
  const report = (node, problem) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    problems.push(`${path}:${line + 1}: ${problem}`);
  };
  const visit = (node) => {
    // Declarations say what modules of others, or of other languages, export.
    if (isDefaultExport(node) && !file.isDeclarationFile) report(node, "a default export has no name to search for");
    const modifier = isTest(path) ? inactiveTest(node) : undefined;
    if (modifier) report(node, `'${modifier}' leaves tests out`);
    const clock = isTestCode(path) ? clockProblem(node) : undefined;
    if (clock) report(node, clock);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return problems;
}

function isDefaultExport(node) {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true
  );
}

/** `it.only`, `describe.each(…).skip`, `test.todo`: the part that keeps a test, or the others, from running. */
function inactiveTest(node) {
  if (!ts.isPropertyAccessExpression(node) || !["only", "skip", "todo"].includes(node.name.text)) return undefined;
  let root = node.expression;
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = root.expression;
  const name = ts.isIdentifier(root) ? root.text : "";
  return ["describe", "suite", "it", "test"].includes(name) ? `.${node.name.text}` : undefined;
}
