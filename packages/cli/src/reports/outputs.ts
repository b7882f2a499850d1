import { UsageError } from "../failure.js";
import type { Io } from "../io/io.js";
import { parsePair } from "../options/assignment.js";

/** A report to write; without a path, to stdout. */
export interface ReportOutput {
  readonly format: string;
  readonly path?: string;
}

/** What the command line says of reports. */
export interface OutputFlags {
  readonly format?: readonly string[];
  /** `format=path` each. */
  readonly outputFile?: readonly string[];
}

/**
 * The reports that `--format` and `--output-file format=path` ask for; throws a `UsageError` for formats that are not
 * among `known`, whose first is the default. A format with a file is not printed too. Where nobody asked for a format, annotations are printed
 * after the text if GitHub's workflows read it.
 */
export function outputsOf(
  { format, outputFile = [] }: OutputFlags,
  known: readonly string[],
  env: Io["env"],
): readonly ReportOutput[] {
  const files = outputFile.map((flag) => {
    const [name, path] = parsePair("--output-file", flag, "format=path");
    return { format: name, path };
  });
  const inFiles = new Set(files.map((file) => file.format));
  const first = known.slice(0, 1);
  const byDefault = env.GITHUB_ACTIONS === "true" ? [...first, "github"] : first;
  const printed = [...new Set(format ?? byDefault)].filter((name) => !inFiles.has(name));
  const outputs = [...printed.map((name) => ({ format: name })), ...files];
  const unknown = outputs.find((output) => !known.includes(output.format));
  if (unknown !== undefined) {
    throw new UsageError(`there is no format ${unknown.format}`, { hint: `the formats are ${known.join(", ")}` });
  }
  return outputs;
}

/** Whether stdout gets a document for machines, into which nothing else may come. */
export function printsDocument(outputs: readonly ReportOutput[], textFormats: ReadonlySet<string>): boolean {
  return outputs.some(({ format, path }) => path === undefined && !textFormats.has(format));
}
