import { nodeIo } from "./io/node-io.js";
import { run } from "./run.js";

// `vtl render … | head` closes the pipe early; that is the reader's good right and no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), nodeIo()).then((exitCode) => {
  // Not process.exit: output to a pipe is still on its way.
  process.exitCode = exitCode;
});
