import type { FileEntry } from "@apigw-vtl/definitions";
import { InputError } from "../failure.js";
import { decodeUtf8 } from "./encoding.js";
import type { Io } from "./io.js";
import { nearMiss } from "./nearest-file.js";

/** A text and the name by which messages speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The `code` of an error of Node, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const REASONS = new Map([
  ["ENOENT", "no such file"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "permission denied"],
  ["ENOTDIR", "a part of its path is not a directory"],
  ["EEXIST", "a file is where a directory is needed"],
  ["EPERM", "the system does not permit it"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["EROFS", "the file system is read-only"],
  ["EBUSY", "it is in use, or mounted by itself"],
  ["ELOOP", "its links lead back to themselves"],
  ["ENAMETOOLONG", "its name is too long"],
]);

/** Why a file operation failed, for people. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  const fallback = error instanceof Error ? error.message : String(error);
  return (code !== undefined && REASONS.get(code)) || fallback;
}

/** Reads inputs by the names that the command line gives: a path, or `-` for stdin. */
export class InputReader {
  readonly #io: Io;
  readonly #paths = new Set<string>();
  #stdin: Promise<Uint8Array> | undefined;

  constructor(io: Io) {
    this.#io = io;
  }

  async read(path: string): Promise<NamedText> {
    const bytes = await this.readBytes(path);
    if (path === "-") return { name: "<stdin>", text: decodeUtf8(bytes, "stdin") };
    return { name: path, text: decodeUtf8(bytes, path) };
  }

  /** Stdin is read once and remembered, so that `--watch` can render it again. */
  async readBytes(path: string): Promise<Uint8Array> {
    if (path === "-") {
      this.#stdin ??= this.#io.readStdin();
      return this.#stdin;
    }
    this.#paths.add(path);
    try {
      return await this.#io.readFile(path);
    } catch (cause) {
      const hint = errorCode(cause) === "ENOENT" ? await nearMiss(path, this.#io) : {};
      throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { ...hint, cause });
    }
  }

  /** The files that were asked for so far, whether or not they are there. */
  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  async kindOf(path: string): Promise<FileEntry["kind"]> {
    return (await this.#io.fileAccess.inspect(path)).kind;
  }
}
