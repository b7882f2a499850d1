import { ExitCode } from "../../exit-code.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { type FileEdit, writeFiles, writeOf } from "../../io/write-files.js";
import type { Session } from "../../session.js";
import type { LintFlags } from "./lint-flags.js";
import { patchOf } from "./patch.js";

/** Writes fixed files, or with `--fix-dry-run` prints a patch. */
export async function writeFixes(
  fixed: readonly FileEdit[],
  { fixDryRun }: LintFlags,
  session: Session,
): Promise<ExitCode> {
  if (!fixDryRun) return (await writeFiles(fixed.map(writeOf), session)).exit;
  for (const { path, before, after } of fixed) session.io.stdout.write(patchOf(path, before, after));
  return ExitCode.ok;
}

/** Prints what came from stdin with its fixes, or with `--fix-dry-run` a patch. */
export function printFixed(
  path: string,
  text: string,
  fixed: readonly FileEdit[],
  { fixDryRun }: LintFlags,
  { io }: Session,
): void {
  const after = fixed.find((edit) => edit.path === path)?.after ?? text;
  if (!fixDryRun) io.stdout.write(encodeUtf8(after));
  else if (after !== text) io.stdout.write(patchOf(path, text, after));
}
