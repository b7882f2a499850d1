import { posix } from "node:path";
import { isPlainObject, LineIndex } from "@apigw-vtl/compiler";
import { isWithin } from "@apigw-vtl/definitions/files";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { readStructured, wrongDocument } from "../../documents/structured-document.js";
import { absolutePath } from "../../files/file-path.js";
import { InputReader } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import type { SelectedProject } from "../../project/select-project.js";
import type { FileReport } from "./file-lint.js";
import type { HostFinding } from "./host-finding.js";
import { LINT_CODES } from "./lint-codes.js";

/** So many findings of a rule in lines of this text are known in a file. */
interface KnownFindings {
  readonly file: string;
  readonly rule: string;
  readonly line: string;
  readonly count: number;
}

/** What tells a finding from others of its file. */
type Recognised = Pick<HostFinding, "ruleId" | "excerpt">;

/** Findings that are known and not reported. They are told by their line's text, so that lines may move. */
export class Baseline {
  readonly #path: string;
  readonly #text: string;
  readonly #io: Io;
  readonly #entries: readonly KnownFindings[];
  readonly #known: ReadonlyMap<string, number>;
  /** How many of the known ones were found. */
  readonly #found = new Map<string, number>();

  private constructor(path: string, text: string, entries: readonly KnownFindings[], io: Io) {
    this.#path = path;
    this.#text = text;
    this.#io = io;
    this.#entries = entries;
    this.#known = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  }

  /** Reads what `baselineText` wrote; throws an `InputError` if it is something else. */
  static async read(path: string, io: Io): Promise<Baseline> {
    const document = await readStructured(path, new InputReader(io));
    const { version, findings } = document.value;
    const hint = "--update-baseline writes one";
    if (version !== 1 || !Array.isArray(findings)) {
      throw await wrongDocument(document, ["version"], "this is no baseline", { hint });
    }
    const wrong = findings.findIndex((entry) => !isEntry(entry));
    if (wrong !== -1)
      throw await wrongDocument(document, ["findings", wrong], "this is no entry of a baseline", { hint });
    return new Baseline(path, document.source.text, findings, io);
  }

  /** Tells of the findings of a file, one after the other, whether each is known; of equal ones the first are. */
  knownIn(path: string): (finding: Recognised) => boolean {
    const file = nameFrom(this.#path, path, this.#io);
    const seen = new Map<string, number>();
    return ({ ruleId, excerpt }) => {
      const key = keyOf({ file, rule: ruleId, line: excerpt });
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count <= (this.#known.get(key) ?? 0);
    };
  }

  /** Takes the known findings out of a report. */
  apply(report: FileReport): FileReport {
    const file = nameFrom(this.#path, report.path, this.#io);
    const isKnown = this.knownIn(report.path);
    const findings: HostFinding[] = [];
    const suppressed = [...report.suppressed];
    for (const finding of report.findings) {
      if (isKnown(finding)) {
        const key = keyOf({ file, rule: finding.ruleId, line: finding.excerpt });
        this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
        suppressed.push({ ...finding, suppressedBy: "baseline" });
      } else findings.push(finding);
    }
    return { ...report, findings, suppressed };
  }

  /**
   * What the baseline would be without what was not found in the reports that it was applied to, and a report of that. Only
   * whole folders can show that something is not found: of a file by itself nobody knows who refers to it.
   */
  unused(
    { files, folders }: SelectedProject,
    proves: boolean,
  ): { readonly report: FileReport; readonly pruned: string } {
    const isWhole = files.every(({ named }) => !named);
    const searched = [...folders].map((folder) => absolutePath(folder, this.#io));
    const isSearched = ({ file, rule }: KnownFindings): boolean => {
      const path = posix.resolve(posix.dirname(absolutePath(this.#path, this.#io)), file);
      return isWhole && (proves || !LINT_CODES.get(rule)?.byProof) && searched.some((folder) => isWithin(folder, path));
    };
    const left = (entry: KnownFindings): number =>
      isSearched(entry) ? (this.#found.get(keyOf(entry)) ?? 0) : entry.count;
    const root = parseTree(this.#text);
    const findings = this.#entries.flatMap((entry, index) => {
      const missing = entry.count - left(entry);
      const node = root && findNodeAtLocation(root, ["findings", index]);
      return missing > 0 && node ? [this.#unusedFinding(entry, missing, node.offset, node.length)] : [];
    });
    const kept = this.#entries.map((entry) => ({ ...entry, count: left(entry) })).filter(({ count }) => count > 0);
    return { report: { path: this.#path, findings, suppressed: [], templates: [] }, pruned: textOf(kept) };
  }

  #unusedFinding({ file, rule, line }: KnownFindings, missing: number, start: number, length: number): HostFinding {
    const lines = new LineIndex(this.#text);
    const from = lines.position(start);
    const to = lines.position(start + length);
    return {
      ruleId: "unused-baseline-entry",
      level: "warning",
      message: `\`${rule}\` is found ${missing === 1 ? "once" : `${missing} times`} less in ${file} than this says: \`vtl lint --prune-baseline\` takes out what is mended, so that it cannot come back unseen.`,
      start,
      end: start + length,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      address: "",
      excerpt: line,
    };
  }
}

function isEntry(entry: unknown): entry is KnownFindings {
  if (!isPlainObject(entry)) return false;
  const { file, rule, line, count } = entry;
  return [file, rule, line].every((part) => typeof part === "string") && typeof count === "number";
}

/** A baseline with all these findings, for the file at `path`, as JSON in a stable order. */
export function baselineText(reports: readonly FileReport[], path: string, io: Io): string {
  const known = new Map<string, KnownFindings>();
  for (const report of reports) {
    const file = nameFrom(path, report.path, io);
    for (const { ruleId: rule, excerpt: line } of report.findings) {
      const key = keyOf({ file, rule, line });
      known.set(key, { file, rule, line, count: (known.get(key)?.count ?? 0) + 1 });
    }
  }
  return textOf([...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry));
}

const textOf = (findings: readonly KnownFindings[]): string =>
  `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;

/** A path from the baseline's folder, so that a run in another folder, or with absolute paths, knows the same findings. */
function nameFrom(baseline: string, path: string, io: Io): string {
  return posix.relative(posix.dirname(absolutePath(baseline, io)), absolutePath(path, io));
}

const keyOf = ({ file, rule, line }: Omit<KnownFindings, "count">): string => `${file}\n${rule}\n${line}`;
