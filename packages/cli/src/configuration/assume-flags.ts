import { assumptionValues, type ProverAssumptions } from "@apigw-vtl/linter";
import { UsageError } from "../failure.js";
import { parsePair } from "../options/assignment.js";
import type { ConfigurationFlags } from "./configuration-flags.js";

/** What the `--assume name=value` flags say; the last one of a name counts. Throws a `UsageError` for what cannot be assumed. */
export function assumptionsOf({ assume = [] }: ConfigurationFlags): Partial<ProverAssumptions> {
  const known = new Map<string, readonly string[]>(Object.entries(assumptionValues));
  const entries = assume.map((flag) => {
    const [name, value] = parsePair("--assume", flag, "name=value");
    const values = known.get(name);
    if (values === undefined) {
      throw new UsageError(`nothing can be assumed of ${name}`, { hint: `there are ${[...known.keys()].join(", ")}` });
    }
    if (!values.includes(value)) {
      throw new UsageError(`${name} cannot be assumed to be ${value}`, { hint: `it may be ${values.join(" or ")}` });
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}
