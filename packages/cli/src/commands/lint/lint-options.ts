import { type Command, InvalidArgumentError, Option } from "commander";
import { collect } from "../../options/collect.js";
import { BASELINE } from "../../options/common-options.js";
import { LEVELS } from "./host-finding.js";

/** Gives a command that lints the options of its reports. */
export function addReportOptions(command: Command): Command {
  return command
    .optionsGroup("Output:")
    .option("-f, --format <format>", "how findings are printed (default: stylish); may be repeated", collect)
    .option("--output-file <format=path>", "write a format to a file; may be repeated", collect);
}

/** Gives a command that lints the options that say what fails. */
export function addFailureOptions(command: Command): Command {
  return command
    .optionsGroup("Exit status:")
    .addOption(failOn())
    .option("--max-warnings <count>", "fail if there are more warnings", parseCount)
    .option(...BASELINE);
}

function failOn(): Option {
  const option = new Option("--fail-on <level>", "the lowest level that fails the run");
  return option.choices(LEVELS).argParser(parseLevel).default("error");
}

/** `warn` is what other linters call it. */
function parseLevel(text: string): (typeof LEVELS)[number] {
  const level = LEVELS.find((one) => one === text || (one === "warning" && text === "warn"));
  if (level === undefined) throw new InvalidArgumentError(`Allowed choices are ${LEVELS.join(", ")}.`);
  return level;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Expected a count.");
  return Number(text);
}
