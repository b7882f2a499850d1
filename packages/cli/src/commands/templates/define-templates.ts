import { type Command, Option } from "commander";
import { UsageError } from "../../failure.js";
import { addSearchOptions } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import type { ExtractFlags, ListFlags } from "./list-templates.js";

const EXAMPLES = `Examples:
  $ vtl templates
  $ vtl templates infra/ cdk.out --format json
  $ vtl templates extract --out templates api.yaml
  $ vtl render 'api.yaml#/paths/~1orders/post/x-amazon-apigateway-integration/requestTemplates/application~1json'
`;

const NOTES = `
Reads OpenAPI, CloudFormation, SAM, Serverless, Terraform and CDK files, and .vtl and .vm files. Folders are searched
except for what .gitignore leaves out.
Exit status: 0 searched, 2 usage or unreadable input, a named file included that cannot be parsed.`;

const PATHS = "files, folders and globs to search, - for stdin (default: the current folder)";

/** Gives `vtl templates` and `vtl templates extract` their options. */
export function defineTemplates(command: Command, session: Session): void {
  command
    .description("List the mapping templates in a project, wherever they live.")
    .argument("[paths...]", PATHS)
    .addOption(
      new Option("-f, --format <format>", "a table, or JSON with texts, ranges and facts")
        .choices(["table", "json"])
        .default("table"),
    );
  addSearchOptions(command)
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: ListFlags) => {
      const { listTemplates } = await import("./list-templates.js");
      session.exit(await listTemplates(paths, flags, session));
    });
  command
    .command("extract")
    .configureHelp({
      showGlobalOptions: true,
      visibleGlobalOptions: () => {
        const ofList = command.options.filter(({ long }) => long !== "--format");
        return [...ofList, ...(command.parent?.options ?? [])];
      },
    })
    .summary("write each template to a file of its own")
    .description("Write each template to a .vtl file of its own, and manifest.json, which tells where it came from.")
    .argument("[paths...]", PATHS)
    .requiredOption("--out <folder>", "where the files go")
    .option("--force", "write over files that were edited since they were extracted")
    .action(async (paths: string[], own: Pick<ExtractFlags, "out" | "force">) => {
      // Commander gives options that `vtl templates` has to it, wherever they stand.
      const { ignorePattern: patterns, stdinFilename } = command.opts<ListFlags>();
      if (command.getOptionValueSource("format") === "cli") {
        throw new UsageError("--format is for the list", {
          hint: "extracted templates are files, and a manifest in JSON",
        });
      }
      const { extractTemplates } = await import("./list-templates.js");
      const flags: ExtractFlags = {
        ...own,
        ...(patterns && { ignorePattern: patterns }),
        ...(stdinFilename !== undefined && { stdinFilename }),
      };
      session.exit(await extractTemplates(paths, flags, session));
    });
}
