import { ExitCode } from "../../exit-code.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeFiles, writeOf } from "../../io/write-files.js";
import type { Session } from "../../session.js";
import type { CheckedProject } from "./check.js";
import type { LintPlan } from "./lint-plan.js";
import { patchOf } from "./patch.js";

/** Writes fixed files, prints what came from stdin with its fixes, or prints a patch of either. */
export async function writeFixes(
  { fixed, project: { texts } }: CheckedProject,
  { asPatch }: NonNullable<LintPlan["fixing"]>,
  session: Session,
): Promise<ExitCode> {
  const { stdout } = session.io;
  const isStdin = texts.size > 0;
  const edits = isStdin ? fixed.filter(({ path }) => texts.has(path)) : fixed;
  if (!asPatch && !isStdin) return (await writeFiles(edits.map(writeOf), session)).exit;
  if (asPatch) for (const { path, before, after } of edits) stdout.write(patchOf(path, before, after));
  else
    for (const [path, text] of texts) stdout.write(encodeUtf8(edits.find((edit) => edit.path === path)?.after ?? text));
  return ExitCode.ok;
}
