import { isPlainObject, type PlainObject } from "../../event/plain-object.js";
import { readStructured, type StructuredDocument } from "../../event/structured-document.js";
import { InputError } from "../../failure.js";
import type { InputReader } from "../../io/input-reader.js";
import type { FileReport } from "./file-lint.js";
import type { HostFinding } from "./host-finding.js";

/** So many findings of a rule in lines of this text are known in a file. */
interface KnownFindings {
  readonly file: string;
  readonly rule: string;
  readonly line: string;
  readonly count: number;
}

/** Findings that are known and not reported. They are told by their line's text, so that lines may move. */
export class Baseline {
  readonly #known: ReadonlyMap<string, number>;

  constructor(known: readonly KnownFindings[]) {
    this.#known = new Map(known.map(({ file, rule, line, count }) => [keyOf(file, rule, line), count]));
  }

  /** Takes the known findings out of a report; of equal ones the first are known. */
  apply(report: FileReport): FileReport {
    const seen = new Map<string, number>();
    const isKnown = ({ ruleId, excerpt }: HostFinding): boolean => {
      const key = keyOf(report.path, ruleId, excerpt);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count <= (this.#known.get(key) ?? 0);
    };
    const findings: HostFinding[] = [];
    const suppressed = [...report.suppressed];
    for (const finding of report.findings) {
      if (isKnown(finding)) suppressed.push({ ...finding, suppressedBy: "baseline" });
      else findings.push(finding);
    }
    return { ...report, findings, suppressed };
  }
}

/** Reads what `baselineText` wrote; throws an `InputError` if it is something else. */
export async function readBaseline(path: string, reader: InputReader): Promise<Baseline> {
  const document = await readStructured(path, reader);
  const { version, findings } = document.value;
  if (version !== 1 || !Array.isArray(findings)) throw notBaseline(document);
  return new Baseline(
    findings.map((entry: unknown) => {
      if (!isPlainObject(entry) || !isEntry(entry)) throw notBaseline(document);
      return entry;
    }),
  );
}

function isEntry(entry: PlainObject): entry is PlainObject & KnownFindings {
  const { file, rule, line, count } = entry;
  return [file, rule, line].every((part) => typeof part === "string") && typeof count === "number";
}

function notBaseline({ source }: StructuredDocument): InputError {
  return new InputError(`${source.name} is no baseline`, { hint: "--update-baseline writes one" });
}

/** A baseline with all these findings, as JSON in a stable order. */
export function baselineText(reports: readonly FileReport[]): string {
  const known = new Map<string, KnownFindings>();
  for (const { path, findings } of reports) {
    for (const { ruleId, excerpt } of findings) {
      const key = keyOf(path, ruleId, excerpt);
      const count = (known.get(key)?.count ?? 0) + 1;
      known.set(key, { file: path, rule: ruleId, line: excerpt, count });
    }
  }
  const findings = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;
}

const keyOf = (file: string, rule: string, line: string): string => `${file}\n${rule}\n${line}`;
