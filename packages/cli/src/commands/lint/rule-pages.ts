import { rules } from "@apigw-vtl/linter";
import { ruleHint } from "../../configuration/configuration-choice.js";
import { ExitCode } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import { decodeUtf8 } from "../../io/encoding.js";
import type { Session } from "../../session.js";
import { wrapMarkdown } from "../../terminal/wrap-text.js";
import { findingIds, findingKind } from "./finding-kinds.js";

/** Prints every rule: id, level, set, whether it has fixes, title. */
export function listRules({ io }: Session): ExitCode {
  const rows = rules.map(({ meta }) => [meta.id, meta.level, meta.set, meta.fixable ?? "", meta.title]);
  const header = ["RULE", "LEVEL", "SET", "FIXES", "FINDS"];
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  for (const row of [header, ...rows]) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column]!));
    io.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
  return ExitCode.ok;
}

/** Prints the page of a rule or of another code that findings have. */
export async function explainRule(id: string, { io }: Session): Promise<ExitCode> {
  const kind = findingKind(id);
  if (kind === undefined) throw new UsageError(`there is no rule ${id}`, { hint: ruleHint(id, findingIds) });
  io.stdout.write(wrapMarkdown(decodeUtf8(await io.readAsset(kind.page), kind.page), io.stdout.columns));
  return ExitCode.ok;
}
