import { type Command, Option } from "commander";
import { OUTPUT } from "../../options/common-options.js";
import { dialectOption } from "../../options/dialect-option.js";
import type { Session } from "../../session.js";
import type { CompileFlags } from "./compile-flags.js";

const EXAMPLES = `Examples:
  $ vtl compile put-item.vtl -o put-item.mjs
  $ vtl compile put-item.vtl --no-source-map > put-item.mjs
  $ vtl compile templates/*.vtl --bundle=runtime --out-dir dist
`;

const NOTES = `
A module runs without vtl in Node, Lambda, browsers and workers:
  import { render } from "./put-item.mjs";
  const { output } = render({ body: '{"id": 7}' });
It carries what it can reach of the runtime. With --bundle=runtime, modules import one runtime that they share.

Exit status: 0 written, 1 the template has errors, 2 usage or unreadable input.`;

/** Gives `vtl compile` its options. */
export function defineCompile(command: Command, session: Session): void {
  command
    .description("Write templates as JavaScript modules that run without vtl.")
    .argument("[templates...]", "template files, or - for stdin")
    .option("--inline <text>", "the template itself, instead of a file")
    .addOption(dialectOption())
    .option(...OUTPUT)
    .option("--out-dir <folder>", "write a module for each template into a folder, and their source maps")
    .addOption(
      new Option(
        "--bundle <what>",
        "what each module carries: all that it needs, or the template alone, beside a runtime",
      )
        .choices(["all", "runtime"])
        .default("all"),
    )
    .addOption(new Option("--module <format>", "ES modules or CommonJS").choices(["esm", "cjs"]).default("esm"))
    .option("--no-source-map", "write no source map beside a module")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: CompileFlags) => {
      const { compileTemplates } = await import("./compile.js");
      session.exit(await compileTemplates(paths, flags, session));
    });
}
