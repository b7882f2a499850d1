import { type FileCode, fileCodes, type Level } from "@apigw-vtl/linter";

/** A code of findings that come from neither a rule nor the compiler, with the title of its page in `docs/lint-codes/`. */
interface LintCode {
  readonly title: string;
  readonly level: Level;
  /** Whether it is found with proofs alone. */
  readonly byProof?: true;
}

type LintCodeName =
  | FileCode
  | "json-output"
  | "form-output"
  | "failing-call"
  | "unused-suppression"
  | "unused-baseline-entry";

const table: Readonly<Record<LintCodeName, LintCode>> = {
  "json-output": { title: "A request breaks the JSON that the template prints", level: "error", byProof: true },
  "form-output": { title: "A request breaks the form that the template prints", level: "error", byProof: true },
  "failing-call": { title: "A request ends in a call that fails", level: "info", byProof: true },
  "unused-suppression": { title: "A comment switches off what is not found", level: "warning" },
  "unused-baseline-entry": { title: "The baseline knows what is not found any more", level: "warning" },
  ...fileCodes,
};

export const LINT_CODES: ReadonlyMap<string, LintCode> = new Map(Object.entries(table));
