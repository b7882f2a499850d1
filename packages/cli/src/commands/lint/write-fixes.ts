import { encodeUtf8 } from "../../io/encoding.js";
import { InputReader } from "../../io/input-reader.js";
import { writeOutput } from "../../io/write-output.js";
import type { Session } from "../../session.js";
import type { LintFlags } from "./lint-flags.js";
import type { FixedTexts } from "./lint-project.js";
import { patchOf } from "./patch.js";

/** Writes fixed files, or with `--fix-dry-run` prints a patch. */
export async function writeFixes(fixed: FixedTexts, { fixDryRun }: LintFlags, { io }: Session): Promise<void> {
  const reader = new InputReader(io);
  for (const [path, text] of fixed) {
    if (!fixDryRun) await writeOutput(io, path, encodeUtf8(text));
    else io.stdout.write(patchOf(path, (await reader.read(path)).text, text));
  }
}

/** Prints what came from stdin with its fixes, or with `--fix-dry-run` a patch. */
export function printFixed(
  path: string,
  text: string,
  fixed: FixedTexts,
  { fixDryRun }: LintFlags,
  { io }: Session,
): void {
  const after = fixed.get(path) ?? text;
  if (!fixDryRun) io.stdout.write(encodeUtf8(after));
  else if (after !== text) io.stdout.write(patchOf(path, text, after));
}
