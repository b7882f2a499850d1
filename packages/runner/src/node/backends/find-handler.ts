import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { FunctionDefinition } from "@apigw-vtl/definitions";

/** What of a file is called. */
export interface HandlerFile {
  /** Absolute; it need not be there. */
  readonly file: string;
  readonly handler: string;
}

const EXTENSIONS = ["", ".mjs", ".js", ".cjs"];
const SOURCES = [".ts", ".mts", ".cts", ".tsx"];

/**
 * The file of a function's `handler` (`src/app.lambdaHandler`) in its code's folder, which is relative to `base`, or
 * among what SAM has built. `undefined` for functions that are not Node's, or whose code is not here.
 */
export function findHandler(definition: FunctionDefinition, base: string): HandlerFile | undefined {
  const { logicalId = definition.name } = definition;
  const parts = isOfNode(definition) ? handlerParts(definition) : undefined;
  if (parts === undefined) return undefined;
  for (const folder of [codeFolder(definition, base), join(base, ".aws-sam/build", logicalId)]) {
    for (const extension of EXTENSIONS) {
      const file = resolve(folder, parts.path + extension);
      if (extension !== "" || /\.[cm]?js$/.test(parts.path) ? existsSync(file) : false) {
        return { file, handler: parts.name };
      }
    }
  }
  return undefined;
}

/** Why `findHandler` finds nothing, in a few words. */
export function whyNoHandler(definition: FunctionDefinition, base: string): string | undefined {
  if (!isOfNode(definition)) return `the runtime ${definition.runtime} does not run here`;
  const parts = handlerParts(definition);
  if (parts === undefined) return undefined;
  const source = SOURCES.map((extension) => resolve(codeFolder(definition, base), parts.path + extension));
  const found = source.find((file) => existsSync(file));
  if (found !== undefined) return `${relative(process.cwd(), found)} has to be built first`;
  return `there is no ${parts.path}.js in ${relative(process.cwd(), codeFolder(definition, base)) || "."}`;
}

const isOfNode = ({ runtime }: FunctionDefinition): boolean => runtime === undefined || runtime.startsWith("nodejs");

const codeFolder = ({ codeUri = "." }: FunctionDefinition, base: string): string =>
  isAbsolute(codeUri) ? codeUri : join(base, codeUri);

/** `src/app.lambdaHandler` is `lambdaHandler` of `src/app`. */
function handlerParts({ handler = "" }: FunctionDefinition): { path: string; name: string } | undefined {
  const [, path, name] = /^((?:.*\/)?[^./]+(?:\.[^./]+)*?)\.([\w$.]+)$/.exec(handler) ?? [];
  return path === undefined || name === undefined ? undefined : { path, name };
}
