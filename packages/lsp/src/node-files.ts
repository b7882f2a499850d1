/** The files of this machine, for programs that are no editors. */
export { leadsTo, nodeFiles } from "./node/node-files.js";
