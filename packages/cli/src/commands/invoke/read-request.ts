import type { GatewayRequest } from "@apigw-vtl/runner";
import { InputError, UsageError } from "../../failure.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import type { InvokeFlags } from "./invoke-flags.js";

/** What the command line names. */
export interface InvokeTarget {
  readonly api: string;
  readonly method: string;
  readonly path: string;
}

/** Makes the request. Throws a `UsageError` or an `InputError`. */
export async function readRequest(target: InvokeTarget, flags: InvokeFlags, io: Io): Promise<GatewayRequest> {
  const [path = "", ...query] = target.path.split("?");
  if (!path.startsWith("/")) {
    throw new UsageError(`the path ${target.path} does not begin with /`, {
      hint: "write it as /pets?type=dog, without the stage",
    });
  }
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(target.method)) throw new UsageError(`${target.method} is no HTTP method`);
  return {
    httpMethod: target.method.toUpperCase(),
    path,
    queryString: query.join("?"),
    headers: (flags.header ?? []).map(parseHeader),
    body: await readBody(flags.data, io),
    ...(flags.sourceIp !== undefined && { sourceIp: flags.sourceIp }),
  };
}

function parseHeader(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new UsageError(`-H ${text} is no header`, { hint: "write -H 'Name: value'" });
}

async function readBody(data: string | undefined, io: Io): Promise<Uint8Array> {
  if (data === undefined) return new Uint8Array();
  if (!data.startsWith("@")) return encodeUtf8(data);
  const path = data.slice(1);
  if (path === "-") return io.readStdin();
  try {
    return await io.readFile(path);
  } catch (cause) {
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}
