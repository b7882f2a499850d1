import { loadProgram } from "./code-cache/load-program.js";

/** The build's files, see `scripts/program-packs.mjs`. */
declare const PROGRAM_PACKS: readonly string[];

loadProgram(__dirname, PROGRAM_PACKS, "lintworker")("./lint-worker.js");
