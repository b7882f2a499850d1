import { digestOf } from "../../../files/digest.js";
import { PROJECT_URL } from "../../../project-url.js";
import { jsonText } from "../../../terminal/printable.js";
import { VERSION } from "../../../version.js";
import type { FindingKind } from "../finding-kinds.js";
import type { HostEdit, HostFinding, SuppressedHostFinding } from "../host-finding.js";
import { numbered } from "./fingerprint.js";
import type { FormatContext, ReportFormat } from "./format.js";
import { artifactLocation, region } from "./sarif-location.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** A finding that may be suppressed. */
type AnyFinding = HostFinding & Partial<Pick<SuppressedHostFinding, "suppressedBy" | "reason">>;

/** SARIF 2.1.0, with what GitHub's code scanning reads of it. */
export const sarif: ReportFormat = async (reports, context) => {
  const { findingKind } = await import("../finding-kinds.js");
  const all = reports.flatMap(({ path, findings, suppressed }) => {
    const told: readonly AnyFinding[] = context.withSuppressed ? [...findings, ...suppressed] : findings;
    return numbered(told).map((one) => ({ path, ...one }));
  });
  const ids = [...new Set(all.map(({ finding }) => finding.ruleId))].sort();
  const driver = {
    name: "vtl lint",
    semanticVersion: VERSION,
    informationUri: PROJECT_URL,
    rules: await Promise.all(ids.map((id) => descriptor(id, findingKind(id), context))),
  };
  const results = all.map(({ path, finding, number }) => ({
    ruleId: finding.ruleId,
    ruleIndex: ids.indexOf(finding.ruleId),
    level: LEVELS[finding.level],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(context.inRepository(path)),
          region: region(finding),
        },
        ...(finding.address !== "" && { logicalLocations: [{ fullyQualifiedName: finding.address }] }),
      },
    ],
    // Without one, code scanning takes a finding whose line has moved for a new one.
    partialFingerprints: { primaryLocationLineHash: `${digestOf(finding.excerpt).slice(0, 22)}:${number}` },
    ...fixesOf(finding, context.inRepository(path)),
    ...suppressionsOf(finding),
  }));
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  return jsonText({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
};

async function descriptor(id: string, kind: FindingKind | undefined, { readPage }: FormatContext) {
  const name = id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (kind === undefined) return { id, name };
  const page = await readPage(kind.page);
  return {
    id,
    name,
    shortDescription: { text: kind.title },
    fullDescription: { text: firstParagraph(page) ?? kind.title },
    help: { text: page, markdown: page },
    helpUri: kind.url,
    ...(kind.level !== undefined && { defaultConfiguration: { level: LEVELS[kind.level] } }),
    properties: { tags: [...kind.tags] },
  };
}

/** The first of a page's paragraphs that is neither a heading nor the code alone. */
function firstParagraph(page: string): string | undefined {
  const paragraph = page.split(/\n{2,}/).find((part) => !/^#|^`[\w-]+`$/.test(part.trim()));
  return paragraph?.replace(/\s+/g, " ").trim();
}

function fixesOf({ fix, suggestions = [] }: HostFinding, path: string) {
  const changes = [
    ...(fix ? [{ title: fix.safe ? "Fix" : "Fix, which may change the output", edits: fix.edits }] : []),
    ...suggestions,
  ].filter(({ edits }) => edits.length > 0);
  if (changes.length === 0) return {};
  const replacement = (edit: HostEdit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } });
  return {
    fixes: changes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [{ artifactLocation: artifactLocation(path), replacements: edits.map(replacement) }],
    })),
  };
}

function suppressionsOf({ suppressedBy, reason }: AnyFinding) {
  if (suppressedBy === undefined) return {};
  const kind = suppressedBy === "comment" ? "inSource" : "external";
  return { suppressions: [{ kind, ...(reason !== undefined && { justification: reason }) }] };
}
