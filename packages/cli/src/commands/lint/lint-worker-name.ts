/** The module of the program's build that threads run, made from `start-lint-worker.ts`. */
export const LINT_WORKER = "lint-worker.cjs";
