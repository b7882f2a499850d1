import { posix } from "node:path";
import type { TestSettings } from "@apigw-vtl/linter";
import type { Configurations } from "../../configuration/configurations.js";
import { UsageError } from "../../failure.js";
import { parsePair } from "../../options/assignment.js";
import type { Session } from "../../session.js";
import { COVERAGE_FORMATS } from "./coverage-formats.js";
import type { TestFlags } from "./test-flags.js";

/** What is to be done with what the tests reach. */
export interface CoveragePlan {
  readonly formats: readonly string[];
  readonly folder: string;
  /** In percent. */
  readonly thresholds: Readonly<Partial<Record<"lines" | "branches", number>>>;
}

/**
 * What the command line says of coverage, and of what it does not say the configuration of the current folder; `undefined`
 * if nobody asks for it. Throws a `UsageError` for what there is not.
 */
export async function coveragePlan(
  flags: TestFlags,
  configurations: Configurations,
  { io }: Session,
): Promise<CoveragePlan | undefined> {
  const { coverageFormat, coverageDir, threshold } = flags;
  const asked = [flags.coverage, coverageFormat, coverageDir, threshold].some((flag) => flag !== undefined);
  if (!asked) return undefined;
  const loaded = await configurations.loadedFor(posix.join(io.cwd, "any.vtl"));
  const layers = (loaded?.layers ?? []).flatMap((layer) =>
    typeof layer === "string" ? [] : [layer.config.test?.coverage],
  );
  const configured: NonNullable<TestSettings["coverage"]> = Object.assign({}, ...layers);
  const formats = coverageFormat ?? configured.formats ?? ["text"];
  const unknown = formats.find((format) => !COVERAGE_FORMATS.has(format));
  if (unknown !== undefined) {
    const hint = `the formats are ${[...COVERAGE_FORMATS.keys()].join(", ")}`;
    throw new UsageError(`there is no format ${unknown} for coverage`, { hint });
  }
  return {
    formats,
    folder: coverageDir ?? configured.folder ?? "coverage",
    thresholds:
      threshold === undefined ? (configured.thresholds ?? {}) : Object.fromEntries(threshold.map(parseThreshold)),
  };
}

function parseThreshold(text: string): readonly [string, number] {
  const [name, percent] = parsePair("--threshold", text, "name=percent");
  const number = Number(percent);
  if ((name !== "lines" && name !== "branches") || percent === "" || !(number >= 0 && number <= 100)) {
    throw new UsageError(`--threshold ${text} means nothing`, { hint: "write lines=90 or branches=100" });
  }
  return [name, number];
}
