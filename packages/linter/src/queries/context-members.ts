import type { Analysis } from "../analysis.js";

/** Members of `$context` that only access logs and gateway responses have. */
const onlyInLogs =
  /^(?:integration|integrationErrorMessage|integrationLatency|integrationStatus|status|responseLength|responseLatency|xrayTraceId|authorize|authenticate|error|waf|customDomain|endpointType)(?:\.|$)/;

/** Whether only access logs, or gateway responses too, have a member of `$context`. */
export function isLogMember(path: readonly string[]): boolean {
  return onlyInLogs.test(path.join("."));
}

/** Whether the template writes a member of `$context`, or one below it: what was written can be read. */
export function setsMember(
  { scopes, parents }: Pick<Analysis, "scopes" | "parents">,
  path: readonly string[],
): boolean {
  return (scopes.reads.get("context") ?? []).some(({ reference }) => {
    const parent = parents.parentOf(reference);
    const [step] = reference.steps;
    return (
      parent?.type === "Set" && parent.target === reference && step?.type === "PropertyStep" && step.name === path[0]
    );
  });
}
