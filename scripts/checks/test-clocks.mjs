import ts from "typescript";

const CLOCKS = new Set(["performance.now", "Date.now", "process.hrtime", "process.hrtime.bigint"]);
const WAITS = new Set(["vi.waitFor", "vi.waitUntil", "setTimeout"]);

/** Tests, and what in their folders they are made of. */
export const isTestCode = (path) =>
  path.endsWith(".test.ts") ||
  /^packages\/[^/]+\/(?:src\/(?:.*\/)?testing|test|shared-test|browser-test|editor-test)\//.test(path);

/**
 * Why a call holds only on a machine that is not busy, if so.
 * @param {ts.Node} node
 * @returns {string | undefined}
 */
export function clockProblem(node) {
  if (ts.isImportDeclaration(node) && /timers\/promises["']$/.test(node.moduleSpecifier.getText())) {
    return "a test that sleeps fails on a busy machine: wait with 'eventually' of test-support for what it expects";
  }
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  if (CLOCKS.has(callee)) return `'${callee}' measures the neighbours: 'processorTime' of test-support does not`;
  if (WAITS.has(callee)) return `'${callee}' fails on a busy machine: wait with 'eventually' of test-support`;
  return undefined;
}
