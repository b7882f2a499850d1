import type { Command } from "commander";
import { collect } from "../collect.js";

/** Gives a command the options that say how an API is read and what stands around it. */
export function addGatewayOptions(command: Command): Command {
  return command
    .optionsGroup("API:")
    .option("--api <name>", "the API, where the files declare several")
    .option("--parameter <name=value>", "a parameter or variable of the definition; may be repeated", collect)
    .option("--stage-var <name=value>", "a stage variable; may be repeated", collect);
}
