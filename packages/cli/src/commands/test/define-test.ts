import type { Command } from "commander";
import { collect } from "../../options/collect.js";
import { UPDATE, WATCH } from "../../options/common-options.js";
import { addConfigurationOptions } from "../../options/configuration-options.js";
import { addIgnoreOption } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import type { TestFlags } from "./test-flags.js";

const EXAMPLES = `Examples:
  $ vtl test
  $ vtl test templates/put-order.vtl --name 'without tags'
  $ vtl test --update
  $ vtl test --generate infra/template.yaml
  $ vtl test --output-file junit=results.xml --bail
  $ vtl test --coverage --coverage-format text --coverage-format html --threshold branches=90
`;

const NOTES = `
Tests are NAME.vtl.test.yaml beside a template and NAME.test.yaml beside a definition (docs/testing.md), and the events beside
templates: NAME.LABEL.sample.json with NAME.LABEL.expected.EXT, event-LABEL.json with expected-LABEL.EXT.
Exit status: 0 all passed, 1 some failed or a threshold was not reached, 2 usage, no tests, or a test that cannot be read.`;

/** Gives `vtl test` its options. */
export function defineTest(command: Command, session: Session): void {
  command
    .description("Run the tests of mapping templates and of the APIs that have them.")
    .argument("[paths...]", "files, folders and globs: tests, or what is tested (default: the current folder)")
    .option("-n, --name <text>", "run the cases whose name contains this; may be repeated", collect)
    .option("--bail", "stop after the first case that does not pass")
    .option(...UPDATE)
    .option(...WATCH)
    .option("--generate", "write a first test file beside each file with templates that has none")
    .option("--pass-with-no-tests", "succeed where there are none");
  addConfigurationOptions(addIgnoreOption(command))
    .optionsGroup("Output:")
    .option("-f, --format <format>", "pretty, json, junit, github or tap (default: pretty); may be repeated", collect)
    .option("--output-file <format=path>", "write a format to a file; may be repeated", collect)
    .option("--verbose", "name every case, not only those that do not pass")
    .optionsGroup("Coverage:")
    .option("--coverage", "count which lines, branches and values of templates the tests reach")
    .option(
      "--coverage-format <format>",
      "text, lcov, cobertura, html or json (default: text); may be repeated",
      collect,
    )
    .option("--coverage-dir <folder>", "where the files of the coverage go (default: coverage)")
    .option("--threshold <name=percent>", "fail below this share of lines or branches; may be repeated", collect)
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: TestFlags) => {
      const { test } = await import("./test.js");
      session.exit(await test(paths, flags, session));
    });
}
