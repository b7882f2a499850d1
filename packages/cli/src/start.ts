import { loadProgram } from "./code-cache/load-program.js";
import { optimiseLate } from "./optimise-late.js";
import { VERSION } from "./version.js";

/** The build's files, see `scripts/program-packs.mjs`. */
declare const PROGRAM_PACKS: readonly string[];

// The version, which tools ask for, needs nothing else.
if (process.argv.length === 3 && process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  const [, , first = ""] = process.argv;
  // Before the program is loaded: V8 takes no code that was made with other flags.
  optimiseLate(process.argv.slice(2));
  loadProgram(__dirname, PROGRAM_PACKS, /^[a-z]+$/.test(first) ? first : "vtl")("./vtl.js");
}
