/** The runner and the tests, a program of their own, which the server loads when one of them is first wanted. */
export { listTests } from "../test-run/list-tests.js";
export { newCase } from "../test-run/new-case.js";
export { runTests } from "../test-run/run-tests.js";
export { TestsWorld } from "../test-run/tests-world.js";
export { runTemplate } from "./run-template.js";
