import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import type { FunctionDefinition } from "../../definition/api-definition.js";

/** What of a file is called. */
export interface HandlerFile {
  /** Absolute; it need not be there. */
  readonly file: string;
  readonly handler: string;
}

const EXTENSIONS = ["", ".mjs", ".js", ".cjs"];

/**
 * The file of a function's `handler` (`src/app.lambdaHandler`) in its code's folder, which is relative to `base`.
 * `undefined` for functions that are not Node's, or whose code is not here.
 */
export function findHandler(definition: FunctionDefinition, base: string): HandlerFile | undefined {
  const { handler, codeUri = ".", runtime } = definition;
  if (handler === undefined || (runtime !== undefined && !runtime.startsWith("nodejs"))) return undefined;
  const match = /^((?:.*\/)?[^./]+(?:\.[^./]+)*?)\.([\w$.]+)$/.exec(handler);
  const [, path, name] = match ?? [];
  if (path === undefined || name === undefined) return undefined;
  const folders = [isAbsolute(codeUri) ? codeUri : join(base, codeUri), join(base, ".aws-sam/build", definition.name)];
  for (const folder of folders) {
    for (const extension of EXTENSIONS) {
      const file = resolve(folder, path + extension);
      if (extension !== "" || /\.[cm]?js$/.test(path) ? existsSync(file) : false) return { file, handler: name };
    }
  }
  return undefined;
}
