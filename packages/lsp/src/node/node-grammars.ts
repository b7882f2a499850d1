import { readFile } from "node:fs/promises";
import type { GrammarName } from "@apigw-vtl/definitions";
import { grammarFiles } from "../host/grammar-file.js";

/** Reads grammars from the folders of this machine that they may have been published in. */
export function grammarsIn(...folders: readonly URL[]): (grammar: GrammarName) => Promise<Uint8Array> {
  return (grammar) =>
    readFirst(folders.flatMap((folder) => grammarFiles(grammar).map((name) => new URL(name, folder))));
}

/** The first of the files that is there; rejects if none is. */
async function readFirst([file, ...others]: readonly URL[]): Promise<Uint8Array> {
  if (file === undefined) throw new Error("The grammar is not beside the program.");
  return readFile(file).catch((error) => (others.length === 0 ? Promise.reject(error) : readFirst(others)));
}
