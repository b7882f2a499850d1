import { InputError, UsageError } from "../failure.js";
import { encodeUtf8 } from "../io/encoding.js";
import { errorCode, type InputReader } from "../io/input-reader.js";
import type { RequestFlags } from "./request-options.js";

/** The body that the flags give. Throws a `UsageError` or an `InputError`. */
export async function readBody(
  flags: Pick<RequestFlags, "data" | "body">,
  reader: InputReader,
): Promise<Uint8Array | undefined> {
  const { data, body } = flags;
  if (data !== undefined && body !== undefined) throw new UsageError("--data and --body both give the body");
  const file = bodyFile(flags);
  if (file === undefined) return data === undefined ? undefined : encodeUtf8(data);
  try {
    return await reader.readBytes(file);
  } catch (error) {
    if (body === undefined || !(error instanceof InputError) || errorCode(error.cause) !== "ENOENT") throw error;
    if (!/^\s*[[{"]|\s/.test(body)) throw error;
    throw new InputError(error.message, {
      hint: "--body names a file; --data gives the body itself",
      cause: error.cause,
    });
  }
}

/** The file that the body is read from, `-` for stdin; `undefined` if it stands in the flags, or if there is none. */
export function bodyFile({ data, body }: Pick<RequestFlags, "data" | "body">): string | undefined {
  if (body !== undefined) return body;
  if (data === "-") return "-";
  return data?.startsWith("@") ? data.slice(1) : undefined;
}
