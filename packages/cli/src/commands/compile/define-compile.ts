import type { Command } from "commander";
import { dialectOption } from "../../options/dialect-option.js";
import type { Session } from "../../session.js";
import type { CompileFlags } from "./compile.js";

const EXAMPLES = `Examples:
  $ vtl compile put-item.vtl -o put-item.mjs
  $ vtl compile put-item.vtl --no-source-map > put-item.mjs
`;

const NOTES = `
The module runs without vtl in Node, Lambda, browsers and workers:
  import { render } from "./put-item.mjs";
  const { output } = render({ body: '{"id": 7}' });

Exit status: 0 written, 1 the template has errors, 2 usage or unreadable input.`;

/** Gives `vtl compile` its options. */
export function defineCompile(command: Command, session: Session): void {
  command
    .description("Write a template as a standalone JavaScript module.")
    .argument("[template]", "the template file, or - for stdin")
    .option("--inline <text>", "the template itself, instead of a file")
    .addOption(dialectOption())
    .option("-o, --output <file>", "write the module to a file, and its source map beside it; otherwise to stdout")
    .option("--no-source-map", "write no source map")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (path: string | undefined, flags: CompileFlags) => {
      const { compileTemplate } = await import("./compile.js");
      session.exit(await compileTemplate({ path, inline: flags.inline }, flags, session));
    });
}
