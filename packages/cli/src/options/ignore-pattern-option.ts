import { Option } from "commander";
import { collect } from "./collect.js";

/** `--ignore-pattern`, the same for every command that searches a project. */
export function ignorePatternOption(): Option {
  return new Option(
    "--ignore-pattern <pattern>",
    "leave out what matches, as in a .gitignore; may be repeated",
  ).argParser(collect);
}
