/** The module of the program's build that threads run, made from `lint-worker.ts`. */
export const LINT_WORKER = "lint-worker.js";
