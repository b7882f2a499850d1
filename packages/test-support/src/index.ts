export { type CorpusHost, type CorpusTemplate, corpusHosts, corpusTemplates, placeholdersOf } from "./corpus.js";
export { eventually } from "./eventually.js";
export { type GrammarFileName, loadGrammar } from "./grammars.js";
export { HostileEvents } from "./hostile-events.js";
export { askOracle, askOracleBriefly, type OracleAnswer, runProgram } from "./oracle.js";
export {
  type OutsideReference,
  OutsideWorld,
  outsideReferences,
  SECRET,
  terraformTemplate,
  unreadableFiles,
} from "./outside-world.js";
export { collectGarbage, GROWTH, growthOf, processorTime } from "./processor-time.js";
export { hasShared, readLines, readShared, sharedFolder } from "./shared-folder.js";
