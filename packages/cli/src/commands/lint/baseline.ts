import { posix } from "node:path";
import { isPlainObject, type PlainObject } from "@apigw-vtl/compiler";
import { readStructured, type StructuredDocument } from "../../documents/structured-document.js";
import { InputError } from "../../failure.js";
import { absolutePath } from "../../files/file-path.js";
import { InputReader } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
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
  readonly #nameOf: (path: string) => string;

  /** `nameOf` gives a path as the baseline has it. */
  constructor(known: readonly KnownFindings[], nameOf: (path: string) => string) {
    this.#known = new Map(known.map(({ file, rule, line, count }) => [keyOf(file, rule, line), count]));
    this.#nameOf = nameOf;
  }

  /** Takes the known findings out of a report; of equal ones the first are known. */
  apply(report: FileReport): FileReport {
    const file = this.#nameOf(report.path);
    const seen = new Map<string, number>();
    const isKnown = ({ ruleId, excerpt }: HostFinding): boolean => {
      const key = keyOf(file, ruleId, excerpt);
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
export async function readBaseline(path: string, io: Io): Promise<Baseline> {
  const document = await readStructured(path, new InputReader(io));
  const { version, findings } = document.value;
  if (version !== 1 || !Array.isArray(findings)) throw notBaseline(document);
  return new Baseline(
    findings.map((entry: unknown) => {
      if (!isPlainObject(entry) || !isEntry(entry)) throw notBaseline(document);
      return entry;
    }),
    namesIn(path, io),
  );
}

function isEntry(entry: PlainObject): entry is PlainObject & KnownFindings {
  const { file, rule, line, count } = entry;
  return [file, rule, line].every((part) => typeof part === "string") && typeof count === "number";
}

function notBaseline({ source }: StructuredDocument): InputError {
  return new InputError(`${source.name} is no baseline`, { hint: "--update-baseline writes one" });
}

/** A baseline with all these findings, for the file at `baseline`, as JSON in a stable order. */
export function baselineText(reports: readonly FileReport[], baseline: string, io: Io): string {
  const nameOf = namesIn(baseline, io);
  const known = new Map<string, KnownFindings>();
  for (const { path, findings } of reports) {
    const file = nameOf(path);
    for (const { ruleId, excerpt } of findings) {
      const key = keyOf(file, ruleId, excerpt);
      const count = (known.get(key)?.count ?? 0) + 1;
      known.set(key, { file, rule: ruleId, line: excerpt, count });
    }
  }
  const findings = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;
}

/** Paths from the baseline's folder, so that a run in another folder, or with absolute paths, knows the same findings. */
function namesIn(baseline: string, io: Io): (path: string) => string {
  const folder = posix.dirname(absolutePath(baseline, io));
  return (path) => posix.relative(folder, absolutePath(path, io));
}

const keyOf = (file: string, rule: string, line: string): string => `${file}\n${rule}\n${line}`;
