import type { Command } from "commander";
import type { Session } from "../session.js";

/** A subcommand before its module is loaded: enough for `vtl --help` and for suggestions. */
interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the module that gives the command its options and action. */
  readonly load: () => Promise<(command: Command, session: Session) => void>;
  /** It says something of all commands, which have to be loaded then. */
  readonly needsAll?: true;
}

/** Every subcommand, in the order of the help. One that is not named on the command line is never loaded. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "render",
    summary: "render a mapping template against an event",
    load: async () => (await import("./render/define-render.js")).defineRender,
  },
  {
    name: "compile",
    summary: "write templates as JavaScript modules that run without vtl",
    load: async () => (await import("./compile/define-compile.js")).defineCompile,
  },
  {
    name: "templates",
    summary: "list or extract the mapping templates in a project",
    load: async () => (await import("./templates/define-templates.js")).defineTemplates,
  },
  {
    name: "lint",
    summary: "check mapping templates and prove what they print",
    load: async () => (await import("./lint/define-lint.js")).defineLint,
  },
  {
    name: "test",
    summary: "run the tests of mapping templates",
    load: async () => (await import("./test/define-test.js")).defineTest,
  },
  {
    name: "event",
    summary: "make events for templates of execution logs",
    load: async () => (await import("./event/define-event.js")).defineEvent,
  },
  {
    name: "format",
    summary: "lay out mapping templates without changing what they print",
    load: async () => (await import("./format/define-format.js")).defineFormat,
  },
  {
    name: "ci",
    summary: "check all there is to check",
    load: async () => (await import("./ci/define-ci.js")).defineCi,
  },
  {
    name: "init",
    summary: "set up a project: a configuration and a workflow",
    load: async () => (await import("./init/define-init.js")).defineInit,
  },
  {
    name: "lsp",
    summary: "serve editors as a language server",
    load: async () => (await import("./lsp/define-lsp.js")).defineLsp,
  },
  {
    name: "invoke",
    summary: "send one request through a REST API on this machine",
    load: async () => (await import("./invoke/define-invoke.js")).defineInvoke,
  },
  {
    name: "serve",
    summary: "serve a REST API on this machine, with a page to look into it",
    load: async () => (await import("./serve/define-serve.js")).defineServe,
  },
  {
    name: "completion",
    summary: "print a script that completes commands and options in a shell",
    load: async () => (await import("./completion/define-completion.js")).defineCompletion,
    needsAll: true,
  },
  {
    name: "man",
    summary: "print the manual page",
    load: async () => (await import("./man/define-man.js")).defineMan,
    needsAll: true,
  },
];
