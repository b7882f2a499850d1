import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { LARGEST_FILE } from "@apigw-vtl/definitions/files";
import { nodeFiles } from "@apigw-vtl/lsp/node-files";

/** Where `<(command)` and `/dev/stdin` of a shell lead: whoever writes these means what comes out. */
const SHELL_INPUT = /^\/(?:dev|proc)\//;

/**
 * A file that the user names. A stranger may have put a link there, or what is no file: devices, pipes and sockets are
 * read by names that only users write. Rejects with a Node error, or one that says why it is not read.
 */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  const { kind, size, realPath } = await nodeFiles.inspect(path);
  if (kind === "file") {
    const bytes = size > LARGEST_FILE ? undefined : await nodeFiles.read(realPath, LARGEST_FILE + 1);
    if (bytes === undefined || bytes.length > LARGEST_FILE) throw new Error(TOO_LARGE);
    return bytes;
  }
  if (kind === "other" && !SHELL_INPUT.test(resolve(path))) throw new Error(NO_FILE);
  // Node says what is wrong with a folder, and with what is not there.
  return readFileSync(path);
}

const TOO_LARGE = `it has more than ${LARGEST_FILE / 1024 / 1024} MB, the most that is read`;
const NO_FILE = "it is a device, a pipe or a socket; what comes of it can be sent to stdin, which is -";
