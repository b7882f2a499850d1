import type { Origin } from "../projections/summary.js";

/** What the service puts into `$context.authorizer` itself: maps, numbers and names, which are there or not. */
const OF_THE_SERVICE: ReadonlySet<string> = new Set(["claims", "principalId", "integrationLatency"]);

/** Whether a value is one that a Lambda authorizer returned, of which a boolean arrives as text. */
export function isAuthorizersOwn({ root, path }: Origin): boolean {
  const [first, member] = path;
  return root === "context" && first === "authorizer" && path.length === 2 && !OF_THE_SERVICE.has(member ?? "");
}
