/** The files of this machine, and grammars in them, for programs that are no editors. */
export { leadsTo, nodeFiles } from "./node/node-files.js";
export { grammarsIn } from "./node/node-grammars.js";
