import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { FunctionDefinition, RefusedFile } from "@apigw-vtl/definitions";
import type { CodeReader } from "./code-reader.js";

/** What of a file is called. */
export interface HandlerFile {
  /** Absolute; it need not be there. */
  readonly file: string;
  readonly handler: string;
}

/** Where the code of a function is, or why it does not run here: in a few words, if there is more to say than that. */
export type FoundHandler =
  | ({ readonly kind: "file" } & HandlerFile)
  | { readonly kind: "none"; readonly reason?: string }
  /** It is where the project may not be read. */
  | { readonly kind: "refused"; readonly reason: string };

const EXTENSIONS = ["", ".mjs", ".js", ".cjs"];
const SOURCES = [".ts", ".mts", ".cts", ".tsx"];

/**
 * The file of a function's `handler` (`src/app.lambdaHandler`) in its code's folder, which is relative to `base`, or
 * among what SAM has built.
 */
export async function findHandler(
  definition: FunctionDefinition,
  base: string,
  reader: CodeReader,
): Promise<FoundHandler> {
  const { logicalId = definition.name, runtime } = definition;
  if (runtime !== undefined && !runtime.startsWith("nodejs")) {
    return { kind: "none", reason: `the runtime ${runtime} does not run here` };
  }
  const parts = handlerParts(definition);
  if (parts === undefined) return { kind: "none" };
  const own = codeFolder(definition, base);
  const extensions = /\.[cm]?js$/.test(parts.path) ? EXTENSIONS : EXTENSIONS.slice(1);
  let refused: RefusedFile | undefined;
  for (const folder of [own, join(base, ".aws-sam/build", logicalId)]) {
    const found = await firstFile(resolve(folder, parts.path), extensions, reader);
    if (typeof found === "string") return { kind: "file", file: found, handler: parts.name };
    refused ??= found;
  }
  if (refused !== undefined) return { kind: "refused", reason: refused.message };
  const source = await firstFile(resolve(own, parts.path), SOURCES, reader);
  if (typeof source === "string") {
    return { kind: "none", reason: `${relative(process.cwd(), source)} has to be built first` };
  }
  return { kind: "none", reason: `there is no ${parts.path}.js in ${relative(process.cwd(), own) || "."}` };
}

/** The first file that is there, or what is in the way of reading it; `undefined` if there is none. */
async function firstFile(
  path: string,
  extensions: readonly string[],
  reader: CodeReader,
): Promise<string | RefusedFile | undefined> {
  const folder = await reader.inspect(dirname(path));
  if ("reason" in folder) return folder;
  for (const extension of extensions) {
    const file = path + extension;
    const entry = await reader.inspect(file);
    if ("reason" in entry) return entry;
    if (entry.kind === "file") return file;
  }
  return undefined;
}

const codeFolder = ({ codeUri = "." }: FunctionDefinition, base: string): string =>
  isAbsolute(codeUri) ? codeUri : join(base, codeUri);

/** `src/app.lambdaHandler` is `lambdaHandler` of `src/app`. */
function handlerParts({ handler = "" }: FunctionDefinition): { path: string; name: string } | undefined {
  const [, path, name] = /^((?:.*\/)?[^./]+(?:\.[^./]+)*?)\.([\w$.]+)$/.exec(handler) ?? [];
  return path === undefined || name === undefined ? undefined : { path, name };
}
