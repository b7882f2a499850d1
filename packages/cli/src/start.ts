import { VERSION } from "./version.js";

// What comes first is CommonJS, which Node begins with sooner, and the version, which tools ask for, needs nothing else.
if (process.argv.length === 3 && process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else void import("./main.js");
