import { type Command, InvalidArgumentError } from "commander";
import { collect } from "../../options/collect.js";
import { LOG, QUIET } from "../../options/common-options.js";
import type { Session } from "../../session.js";
import { addGatewayOptions } from "../gateway-options/add-gateway-options.js";
import type { ServeFlags } from "./serve-flags.js";

const EXAMPLES = `Examples:
  $ vtl serve
  $ vtl serve template.yaml --parameter Table=Items --port 8080
  $ vtl serve infra/ --stage-path --log
`;

const NOTES = `
API is an OpenAPI, CloudFormation, SAM or Serverless file, Pulumi.yaml, or a folder with Terraform files.
Open /_vtl in a browser for a page that sends requests and shows each step of the way.
Ctrl-C finishes the requests that run; a second one ends them.
Exit status: 0 ended by Ctrl-C, 2 usage, an API that cannot be read, or a port that is taken.`;

/** Gives `vtl serve` its options. */
export function defineServe(command: Command, session: Session): void {
  command
    .description("Serve a REST API on this machine, and load it again when its files change.")
    .argument("[api]", "the file or folder that declares the API, - for stdin (default: the one in this folder)")
    .optionsGroup("Server:")
    .option("-p, --port <number>", "the port; 0 for any that is free", parsePort, 3000)
    .option("--host <address>", "the address to listen on; anyone who can reach it can send requests", "127.0.0.1")
    .option(
      "--allow-host <name>",
      "a name that requests may be sent to, beside localhost and addresses; may be repeated",
      collect,
    )
    .option("--stage-path", "serve the API below /STAGE, as execute-api.amazonaws.com does, not below /")
    .option("--no-page", "without the page at /_vtl");
  addGatewayOptions(command)
    .optionsGroup("Output:")
    .option(...LOG)
    .option(...QUIET)
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (path: string | undefined, flags: ServeFlags) => {
      const { serve } = await import("./serve.js");
      session.exit(await serve(path, flags, session));
    });
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("Expected a port, 0 to 65535.");
  return Number(text);
}
