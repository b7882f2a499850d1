import { HOST_EXTENSIONS, parseTemplateAddress } from "@apigw-vtl/definitions/files";
import { UsageError } from "../failure.js";
import type { InputReader } from "../io/input-reader.js";
import type { Parameters } from "../project/find-by-address.js";
import { type SourceTemplate, wholeFile } from "../project/source-template.js";
import type { Session } from "../session.js";

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

const TEMPLATE_EXTENSIONS: ReadonlySet<string> = new Set(["vtl", "vm"]);

/** Files that hold templates among other things. */
const HOST_FILE = new RegExp(
  `\\.(?:${HOST_EXTENSIONS.filter((one) => !TEMPLATE_EXTENSIONS.has(one)).join("|")})$`,
  "i",
);

/**
 * Reads a template that may also be named as `FILE#POINTER`, unless there is a file of that very name, or by the host file
 * that it is the only one of. `parameters` fill in what its host does not say.
 */
export async function readTemplateInPlace(
  source: TemplateSource,
  reader: InputReader,
  session: Session,
  parameters: Parameters = {},
): Promise<SourceTemplate> {
  const { path = "" } = source;
  const isFile = (await reader.kindOf(path)) !== "nothing";
  const address = isFile ? undefined : parseTemplateAddress(path);
  if (address === undefined && !(isFile && HOST_FILE.test(path))) return readTemplate(source, reader);
  const { findByAddress, findOnlyTemplate } = await import("../project/find-by-address.js");
  if (address !== undefined) return findByAddress(address, session, parameters);
  return (await findOnlyTemplate(path, session, parameters)) ?? readTemplate(source, reader);
}
