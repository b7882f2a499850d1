import { type Command, Option } from "commander";
import { collect } from "../../options/collect.js";
import { OUTPUT, UPDATE, WATCH } from "../../options/common-options.js";
import { dialectOption } from "../../options/dialect-option.js";
import { addRequestOptions } from "../../request/request-options.js";
import type { Session } from "../../session.js";
import type { RenderFlags } from "./render-flags.js";

const EXAMPLES = `Examples:
  $ vtl render put-item.vtl --body order.json
  $ vtl render put-item.vtl --event event.yaml --pretty
  $ vtl render list.vtl --query limit=10 --header X-Tenant=acme --stage-var table=Orders
  $ vtl render put-item.vtl --event event.json --expect expected.json --watch
  $ vtl render response.vtl --body response.json --context-set authorizer.claims.sub=42 --check
`;

const NOTES = `
The document goes to stdout, byte for byte as API Gateway would send it; everything else goes to stderr.
Exit status: 0 rendered, 1 the template or a check failed, 2 usage or unreadable input.`;

/** Gives `vtl render` its options. */
export function defineRender(command: Command, session: Session): void {
  command
    .description("Render a mapping template against an event and print the document.")
    .argument(
      "[template]",
      "the template file, FILE#POINTER or 'FILE#POST /orders request' for a template within a file, or - for stdin",
    )
    .option("--inline <text>", "the template itself, instead of a file")
    .option("--parameter <name=value>", "a parameter or variable of the definition; may be repeated", collect)
    .addOption(dialectOption());
  addRequestOptions(command, { ofApi: false })
    .option("--event <file>", "the whole request as JSON or YAML, ours or an AWS Lambda-proxy event; - for stdin")
    .option("--context <file>", "entries of $context as JSON or YAML; - for stdin")
    .option("--context-set <a.b=value>", "one entry of $context; may be repeated", collect)
    .option("--time <time>", "the time of the request: ISO 8601, or seconds or milliseconds since 1970")
    .option("--request-id <id>", "$context.requestId")
    .option("--no-sample-context", "leave $context empty where the event says nothing about it")
    .optionsGroup("Output:")
    .option(...OUTPUT)
    .addOption(
      new Option("-f, --format <format>", "the document alone, or a JSON report with output, overrides and timings")
        .choices(["raw", "json"])
        .default("raw"),
    )
    .option("--pretty", "indent the document; implies --check")
    .option("--trace", "tell what the template does, step by step: on stderr, or in the report of --format json")
    .optionsGroup("Checks:")
    .option("--check", "fail when the document is not JSON")
    .option("--expect <file>", "fail when the document differs from this file, and show the difference")
    .option(...UPDATE)
    .option(...WATCH)
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (path: string | undefined, flags: RenderFlags) => {
      const { render } = await import("./render.js");
      session.exit(await render({ path, inline: flags.inline }, flags, session));
    });
}
