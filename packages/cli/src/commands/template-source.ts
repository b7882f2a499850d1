import { UsageError } from "../failure.js";
import type { InputReader } from "../io/input-reader.js";
import type { Io } from "../io/io.js";
import { type SourceTemplate, wholeFile } from "../project/source-template.js";
import { parseTemplateAddress } from "../project/template-address.js";

/** The template as the command line names it: a path or `-`, or its text in `--inline`. */
export interface TemplateSource {
  readonly path?: string | undefined;
  readonly inline?: string | undefined;
}

/** Throws a `UsageError` unless exactly one of the two is given. */
export function checkTemplateSource({ path, inline }: TemplateSource): void {
  if (path === undefined && inline === undefined) {
    throw new UsageError("no template given", { hint: "name a file, - for stdin, or --inline TEXT" });
  }
  if (path !== undefined && inline !== undefined) {
    throw new UsageError(`both a template file (${path}) and --inline are given`, { hint: "leave one of them out" });
  }
}

export async function readTemplate({ path, inline }: TemplateSource, reader: InputReader): Promise<SourceTemplate> {
  return wholeFile(inline === undefined ? await reader.read(path ?? "-") : { name: "<inline>", text: inline });
}

/** Reads a template that may also be named as `FILE#POINTER`, unless there is a file of that very name. */
export async function readTemplateInPlace(
  source: TemplateSource,
  reader: InputReader,
  io: Io,
): Promise<SourceTemplate> {
  const address = source.path === undefined ? undefined : parseTemplateAddress(source.path);
  if (address === undefined || (await reader.exists(source.path ?? ""))) return readTemplate(source, reader);
  const { findByAddress } = await import("../project/find-by-address.js");
  return findByAddress(address, io);
}
