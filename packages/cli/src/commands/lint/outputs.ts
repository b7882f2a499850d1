import { UsageError } from "../../failure.js";
import type { Io } from "../../io/io.js";
import { parsePair } from "../../options/assignment.js";
import type { LintFlags } from "./lint-flags.js";

/** A report to write; without a path, to stdout. */
export interface LintOutput {
  readonly format: string;
  readonly path?: string;
}

const DEFAULT_FORMAT = "stylish";

/**
 * The reports that `--format` and `--output-file format=path` ask for; throws a `UsageError` for formats that are not
 * among `known`. A format with a file is not printed too. Where nobody asked for a format, annotations are printed
 * after the text if GitHub's workflows read it.
 */
export function outputsOf(
  { format, outputFile = [] }: Pick<LintFlags, "format" | "outputFile">,
  known: readonly string[],
  env: Io["env"],
): readonly LintOutput[] {
  const files = outputFile.map((flag) => {
    const [name, path] = parsePair("--output-file", flag, "format=path");
    return { format: name, path };
  });
  const inFiles = new Set(files.map((file) => file.format));
  const byDefault = env.GITHUB_ACTIONS === "true" ? [DEFAULT_FORMAT, "github"] : [DEFAULT_FORMAT];
  const printed = [...new Set(format ?? byDefault)].filter((name) => !inFiles.has(name));
  const outputs = [...printed.map((name) => ({ format: name })), ...files];
  const unknown = outputs.find((output) => !known.includes(output.format));
  if (unknown !== undefined) {
    throw new UsageError(`there is no format ${unknown.format}`, { hint: `the formats are ${known.join(", ")}` });
  }
  return outputs;
}
