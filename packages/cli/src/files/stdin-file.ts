import { Option } from "commander";
import { UsageError } from "../failure.js";
import { InputReader } from "../io/input-reader.js";
import type { Io } from "../io/io.js";
import { slashed } from "./file-path.js";

/** What comes from stdin, under the path that stands for it. */
export interface StdinFile {
  readonly path: string;
  readonly text: string;
}

/** `--stdin-filename`, the same for every command that searches files. */
export function stdinFilenameOption(): Option {
  return new Option("--stdin-filename <path>", "the path that stands for stdin; its kind and configuration count");
}

/** Whether the paths of a command are stdin, `-`. Throws a `UsageError` if others stand beside it. */
export function areStdin(paths: readonly string[]): boolean {
  if (!paths.includes("-")) return false;
  if (paths.length === 1) return true;
  throw new UsageError("- stands for stdin and takes no paths beside it");
}

/** Reads stdin as a file. Throws an `InputError` for what is no text. */
export async function readStdinFile(
  { stdinFilename }: { readonly stdinFilename?: string },
  io: Io,
): Promise<StdinFile> {
  const { text } = await new InputReader(io).read("-");
  return { path: slashed(stdinFilename ?? "stdin.vtl"), text };
}
