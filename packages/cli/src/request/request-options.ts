import type { Command } from "commander";
import { collect } from "../options/collect.js";

/** What a command says about the request: `render` makes an event of it, `invoke` a request of a client. */
export interface RequestFlags {
  /** `Name: value` or `name=value` each; a repeated name has several values. */
  readonly header?: readonly string[];
  /** `name=value` each, likewise. */
  readonly query?: readonly string[];
  /** `name=value` each. */
  readonly path?: readonly string[];
  /** The body, or `@FILE`, `@-` or `-`. */
  readonly data?: string;
  /** File, or `-`: the body. */
  readonly body?: string;
  readonly stageVar?: readonly string[];
  /** `name=value` each. */
  readonly claim?: readonly string[];
  readonly sourceIp?: string;
}

interface RequestOption {
  readonly flags: string;
  readonly description: string;
  readonly repeated?: true;
  /** `vtl invoke` has it among the options of an API, with the same meaning. */
  readonly ofApi?: true;
}

/** The words of `vtl render` and `vtl invoke` for a request, in the order of their help; `docs/cli.md` has the same. */
const REQUEST_OPTIONS: readonly RequestOption[] = [
  {
    flags: "-H, --header <header>",
    description: "a header: 'Name: value' or name=value; may be repeated",
    repeated: true,
  },
  { flags: "--query <name=value>", description: "a query string parameter; may be repeated", repeated: true },
  {
    flags: "--path <name=value>",
    description: "a path parameter, {name} of the path; may be repeated",
    repeated: true,
  },
  { flags: "-d, --data <body>", description: "the body itself; @FILE reads it from a file, - from stdin" },
  { flags: "--body <file>", description: "the file that the body is read from; - for stdin" },
  { flags: "--stage-var <name=value>", description: "a stage variable; may be repeated", repeated: true, ofApi: true },
  {
    flags: "--claim <name=value>",
    description: "a claim of the caller, as Cognito authorizers see it; may be repeated",
    repeated: true,
    ofApi: true,
  },
  { flags: "--source-ip <address>", description: "the address that the request comes from" },
];

/** Gives a command the options that describe a request. `ofApi`: it has those of an API too. */
export function addRequestOptions(command: Command, { ofApi }: { readonly ofApi: boolean }): Command {
  command.optionsGroup("Request:");
  for (const option of REQUEST_OPTIONS) {
    if (ofApi && option.ofApi) continue;
    if (option.repeated) command.option(option.flags, option.description, collect);
    else command.option(option.flags, option.description);
  }
  return command;
}
