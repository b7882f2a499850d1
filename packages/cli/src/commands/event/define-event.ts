import { type Command, Option } from "commander";
import type { Session } from "../../session.js";
import type { FromLogFlags } from "./from-log.js";

const EXAMPLES = `Examples:
  $ vtl event from-log test-page.log > event.json
  $ vtl event from-log cloudwatch.log --as case >> template.test.yaml
  $ vtl invoke template.yaml GET /orders/7 --log 2>&1 | vtl event from-log -
  $ vtl invoke template.yaml PUT /images/7 -d @image.png --format json | vtl event from-log - --as case
`;

const NOTES = `
FILE is an execution log of the console's TEST page or of CloudWatch, or the JSON of test-invoke-method or filter-log-events.
Lines that the service cut with [TRUNCATED] are named on stderr; what vtl invoke --format json prints has all of them.
Exit status: 0 the log was read whole, 1 some of it was cut, 2 usage or no log.`;

/** Gives `vtl event` its commands. */
export function defineEvent(command: Command, session: Session): void {
  command.description("Make events for templates.");
  command
    .command("from-log <file>")
    .description("Make an event, an answer or a test case of an execution log.")
    .addOption(
      new Option("--as <what>", "the request as an event, what the integration answered, or a case for vtl test")
        .choices(["event", "answer", "case"])
        .default("event"),
    )
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (file: string, flags: FromLogFlags) => {
      const { fromLog } = await import("./from-log.js");
      session.exit(await fromLog(file, flags, session));
    });
}
