import type { Range, Reference } from "@apigw-vtl/compiler";
import { loopRoots, type Scopes, serviceRoots } from "../analysis/scopes.js";

interface TemplateText {
  readonly source: string;
  readonly holes: readonly Range[];
}

/**
 * Whether what sets a variable may be out of sight: in a text that the host fills in on lines of its own, or in a
 * `#set` that could not be read. A name that the host has a part in may be anything.
 */
export function mayBeSetElsewhere({ name, range, formal }: Reference, { source, holes }: TemplateText): boolean {
  const end = formal ? range.end - 1 : range.end;
  if (holes.some((hole) => (hole.start <= end && range.start < hole.end) || standsAlone(hole, source))) return true;
  return new RegExp(`#set\\s*\\(\\s*\\$!?\\{?${name.replace(/\W/g, "\\$&")}\\}?\\s*=`).test(source);
}

/**
 * `${TableName}` that nothing sets: Velocity can read it, but CloudFormation, Terraform and others write their variables
 * so, and a template rarely does without need. A name that differs from a variable in case only is a mistake.
 */
export function looksLikeHostVariable(reference: Reference, text: string, { definitions }: Scopes): boolean {
  const { name, steps } = reference;
  if (!reference.formal || steps.length > 0 || text.startsWith("$!") || definitions.has(name)) return false;
  if (serviceRoots.has(name) || loopRoots.has(name)) return false;
  return ![...definitions.keys()].some((known) => known.toLowerCase() === name.toLowerCase());
}

/** Whether a hole has its lines for itself, as a text of directives has. */
export function standsAlone({ start, end }: Range, source: string): boolean {
  const before = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const [after] = /^[^\n]*/.exec(source.slice(end)) ?? [""];
  return before.trim() === "" && after.trim() === "";
}
