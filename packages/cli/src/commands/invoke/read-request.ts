import type { GatewayRequest } from "@apigw-vtl/runner";
import { UsageError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import { parseAssignment } from "../../options/assignment.js";
import { parseHeader } from "../../request/parse-header.js";
import { readBody } from "../../request/read-body.js";
import type { InvokeFlags } from "./invoke-flags.js";

/** What the command line names. */
export interface InvokeTarget {
  /** To be found where it is missing. */
  readonly api?: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** Reads `[API] METHOD PATH`. Throws a `UsageError`. */
export function parseTarget(words: readonly string[]): InvokeTarget {
  const [first = "", second = "", third] = words;
  if (words.length === 2) return { method: first, path: second };
  if (words.length === 3 && third !== undefined) return { api: first, method: second, path: third };
  throw new UsageError(`${words.length < 2 ? "a method and a path are needed" : "too many arguments"}`, {
    hint: "write vtl invoke GET /pets, or vtl invoke API GET /pets",
  });
}

/** Makes the request. Throws a `UsageError` or an `InputError`. */
export async function readRequest(
  target: InvokeTarget,
  flags: InvokeFlags,
  reader: InputReader,
): Promise<GatewayRequest> {
  const [path = "", ...query] = target.path.split("?");
  if (!path.startsWith("/")) {
    if (/^[A-Z]+$/.test(target.path) && !target.method.startsWith("/"))
      throw new UsageError("a path is needed after the method", { hint: PATH_HINT });
    throw new UsageError(`the path ${target.path} does not begin with /`, { hint: hintForPath(target) });
  }
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(target.method)) throw new UsageError(`${target.method} is no HTTP method`);
  const added = (flags.query ?? []).map((text) => parseAssignment("--query", text).map(encodeURIComponent).join("="));
  return {
    httpMethod: target.method.toUpperCase(),
    path: fillPath(path, flags.path ?? []),
    queryString: [...(query.length > 0 ? [query.join("?")] : []), ...added].join("&"),
    headers: (flags.header ?? []).map(parseHeader),
    body: (await readBody(flags, reader)) ?? new Uint8Array(),
    ...(flags.sourceIp !== undefined && { sourceIp: flags.sourceIp }),
  };
}

const PATH_HINT = "write it as /pets?type=dog, without the stage";

function hintForPath({ api, method, path }: InvokeTarget): string {
  if (method.startsWith("/")) return `the method comes before the path: vtl invoke ${api ?? "API"} ${path} ${method}`;
  return PATH_HINT;
}

/** `/items/{id}` with `--path id=7` is `/items/7`. */
function fillPath(path: string, parameters: readonly string[]): string {
  return parameters.reduce((filled, text) => {
    const [name, value] = parseAssignment("--path", text);
    if (!filled.includes(`{${name}}`) && !filled.includes(`{${name}+}`)) {
      throw new UsageError(`--path ${text}: the path ${path} has no {${name}}`);
    }
    const encoded = encodeURIComponent(value);
    return filled.replaceAll(`{${name}}`, encoded).replaceAll(`{${name}+}`, encoded.replaceAll("%2F", "/"));
  }, path);
}
