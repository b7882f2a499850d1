import type { DialectName } from "@apigw-vtl/compiler";
import { parseTemplateAddress } from "@apigw-vtl/definitions/files";
import type { EventFlags } from "../../event/event-flags.js";
import { UsageError } from "../../failure.js";
import { refuseStdinTwice } from "../../io/stdin-uses.js";
import { parseAssignment } from "../../options/assignment.js";
import { bodyFile } from "../../request/read-body.js";
import { checkTemplateSource, type TemplateSource } from "../template-source.js";

/** The options of `vtl render` as commander gives them. */
export interface RenderFlags extends EventFlags {
  readonly inline?: string;
  readonly parameter?: readonly string[];
  readonly dialect: DialectName;
  readonly output?: string;
  readonly format: "raw" | "json";
  readonly pretty?: boolean;
  readonly trace?: boolean;
  readonly check?: boolean;
  readonly expect?: string;
  readonly update?: boolean;
  readonly watch?: boolean;
}

/** Throws a `UsageError` for combinations that mean nothing. */
export function checkRenderFlags(template: TemplateSource, flags: RenderFlags): void {
  checkTemplateSource(template);
  if (flags.update && flags.expect === undefined) {
    throw new UsageError("--update needs --expect FILE, the file to update");
  }
  if (flags.parameter !== undefined && (template.path === undefined || /^-$|\.(?:vtl|vm)$/.test(template.path))) {
    throw new UsageError("--parameter fills in what a definition leaves to its deployment", {
      hint: "name the template within it: FILE#POINTER or 'FILE#POST /orders request'",
    });
  }
  if (flags.expect === "-") throw new UsageError("--expect cannot read stdin", { hint: "name a file" });
  if (flags.dialect === "velocity" && (flags.time !== undefined || flags.requestId !== undefined)) {
    throw new UsageError("--time and --request-id set $context, which plain Velocity does not have");
  }
  refuseStdinTwice([
    ["the template", template.path],
    ["--event", flags.event],
    [flags.body === undefined ? "--data" : "--body", bodyFile(flags)],
    ["--context", flags.context],
  ]);
}

/** Throws a `UsageError` for what is no `name=value`. */
export function parametersOf({ parameter = [] }: RenderFlags): Readonly<Record<string, string>> {
  return Object.fromEntries(parameter.map((text) => parseAssignment("--parameter", text)));
}

/** The files that a rendering reads, for `--watch`. */
export function inputFiles(template: TemplateSource, flags: RenderFlags): readonly string[] {
  const host = template.path === undefined ? undefined : parseTemplateAddress(template.path)?.file;
  const files = [host ?? template.path, flags.event, bodyFile(flags), flags.context, flags.expect];
  return [...new Set(files.filter((path) => path !== undefined && path !== "-"))] as string[];
}

/** Whether the document goes to stdout rather than to a file. */
export function writesToStdout({ output }: RenderFlags): boolean {
  return output === undefined || output === "-";
}
