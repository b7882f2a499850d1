/** The runner, a program of its own, which the server loads when a preview first shows steps. */
export { runTemplate } from "./run-template.js";
