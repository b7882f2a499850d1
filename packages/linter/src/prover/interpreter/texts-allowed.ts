import type { MethodStep } from "@apigw-vtl/compiler";
import { knownText, type Value } from "../values/value.js";
import type { Machine } from "./machine.js";

/**
 * The texts of which one is the argument where the call holds: `$allowed.contains($x)` of a list, `$names.containsKey($x)` of
 * a map that the template makes of texts alone. `undefined` for other calls.
 */
export function textsAllowed(
  machine: Machine,
  { name, arguments: args }: MethodStep,
  receiver: Value,
): readonly string[] | undefined {
  const [only] = receiver;
  if (args.length !== 1 || receiver.length !== 1 || only?.kind !== "made") return undefined;
  if (only.type === "map") {
    const { known, others } = machine.heap.names(only.site);
    return name === "containsKey" && !others ? known : undefined;
  }
  if (name !== "contains") return undefined;
  const texts = machine.heap.any(only.site).map((one) => knownText([one]));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
