import type { Command } from "commander";
import { UsageError } from "../../failure.js";

const EXAMPLES = `Examples:
  $ vtl lsp --stdio
`;

const NOTES = `
Editors start it; docs/editors has a page of settings for each. Ends when the editor says so, or goes away.`;

/** Gives `vtl lsp` its options; the protocol's library reads the same ones from the command line. */
export function defineLsp(command: Command): void {
  command
    .description("Serve the language server protocol to an editor.")
    .option("--stdio", "talk over stdin and stdout")
    .option("--node-ipc", "talk over the channel of a Node process")
    .option("--socket <port>", "talk over a socket that the editor listens on")
    .option("--pipe <name>", "talk over a pipe that the editor listens on")
    .option("--clientProcessId <id>", "the process whose end ends the server")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      if (!["stdio", "nodeIpc", "socket", "pipe"].some((way) => way in flags)) {
        throw new UsageError("vtl lsp does not know how to talk", { hint: "most editors want --stdio" });
      }
      const { startServer } = await import("@apigw-vtl/lsp/node");
      // All chunks of the program lie beside each other, and the grammars with them.
      startServer(new URL("./", import.meta.url));
    });
}
