import { UsageError } from "../failure.js";

/** Throws a `UsageError` if more than one of the inputs, each with what names it, is `-`: stdin can be read once. */
export function refuseStdinTwice(inputs: readonly (readonly [use: string, path: string | undefined])[]): void {
  const uses = inputs.filter(([, path]) => path === "-").map(([use]) => use);
  if (uses.length > 1) throw new UsageError(`stdin can be used once only, not for ${uses.join(" and ")}`);
}
