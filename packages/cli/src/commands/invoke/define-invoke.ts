import { type Command, Option } from "commander";
import { LOG } from "../../options/common-options.js";
import { addRequestOptions } from "../../request/request-options.js";
import type { Session } from "../../session.js";
import { addGatewayOptions } from "../gateway-options/add-gateway-options.js";
import type { InvokeFlags } from "./invoke-flags.js";

const EXAMPLES = `Examples:
  $ vtl invoke GET /pets --query type=dog -i
  $ vtl invoke template.yaml POST /items -H 'Content-Type: application/json' -d '{"name": "tea", "price": 3.5}' --explain
  $ vtl invoke template.yaml GET /items/tea --items items.json
  $ vtl invoke api.yaml PUT /orders/1 -d @order.json --stub stub.yaml --claim sub=42 --log
`;

const NOTES = `
API is an OpenAPI, CloudFormation, SAM or Serverless file, Pulumi.yaml, or a folder with Terraform files; - reads it
from stdin. Without it the definition in the current folder is taken.
The body of the response goes to stdout, byte for byte; everything else goes to stderr.
Exit status: 0 the status is below 400, 1 it is not, 2 usage or an API that cannot be read.`;

/** Gives `vtl invoke` its options. */
export function defineInvoke(command: Command, session: Session): void {
  command
    .description("Send one request through a REST API on this machine and print the response.")
    .usage("[API] METHOD PATH [options]")
    .argument(
      "[words...]",
      "the definition, the method, and the path without the stage: api.yaml GET '/pets?type=dog'",
    );
  addRequestOptions(command, { ofApi: true });
  addGatewayOptions(command)
    .optionsGroup("Output:")
    .option("-i, --include", "print status and headers before the body")
    .option(...LOG)
    .option("--explain", "tell on stderr what each step did and why")
    .addOption(
      new Option("-f, --format <format>", "the response alone, or JSON with every step")
        .choices(["raw", "json"])
        .default("raw"),
    )
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (words: string[], flags: InvokeFlags) => {
      const { invoke } = await import("./invoke.js");
      session.exit(await invoke(words, flags, session));
    });
}
