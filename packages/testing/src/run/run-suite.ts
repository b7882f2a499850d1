import type { PlannedCase, TestSuite } from "../suites/test-suite.js";
import type { CaseResult } from "./case-result.js";
import type { TextCheck } from "./check-text.js";
import { runGatewayCase } from "./run-gateway-case.js";
import { runTemplateCase } from "./run-template-case.js";
import { BrokenCase, type TestHost } from "./test-host.js";
import { TestedGateway } from "./tested-gateway.js";

export interface RunOptions {
  /** Which cases are run. Default: all. */
  readonly isWanted?: (name: string) => boolean;
  /** Whether the first one that does not pass is the last. */
  readonly bail?: boolean;
}

/** Runs the cases of a suite, one after another; none keeps another from being run. Rejects for defects only. */
export async function runSuite(
  suite: TestSuite,
  host: TestHost,
  { isWanted = () => true, bail = false }: RunOptions = {},
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  let gateway: TestedGateway | undefined;
  const gatewayOf = () => {
    gateway ??= new TestedGateway(suite.subject);
    return gateway;
  };
  for (const planned of suite.cases) {
    if (!isWanted(fullName(planned, suite))) continue;
    const result = await runCase(planned, suite, gatewayOf, host);
    results.push(result);
    if (bail && result.outcome !== "passed") break;
  }
  return results;
}

/** A case's name, with the template's role in front where a file has several. */
function fullName({ test }: PlannedCase, { subject }: TestSuite): string {
  if (test.kind === "gateway" || subject.templates.length < 2) return test.name;
  return test.address === "" || test.name.includes(test.address)
    ? test.name
    : `${roleName(test.address, subject)}: ${test.name}`;
}

/** What people call the template at an address; the address itself if it means none. */
function roleName(address: string, subject: TestSuite["subject"]): string {
  try {
    return subject.addressOf(subject.at(address));
  } catch {
    return address;
  }
}

async function runCase(
  planned: PlannedCase,
  suite: TestSuite,
  gatewayOf: () => TestedGateway,
  host: TestHost,
): Promise<CaseResult> {
  const { test, file } = planned;
  const started = host.now();
  const outcome = await attempt(planned, suite, gatewayOf, host);
  return {
    name: fullName(planned, suite),
    place: { file, range: test.range },
    subject: suite.subject.file,
    ...outcome,
    milliseconds: host.now() - started,
  };
}

async function attempt(
  { test, file }: PlannedCase,
  { subject }: TestSuite,
  gatewayOf: () => TestedGateway,
  host: TestHost,
): Promise<Pick<CaseResult, "outcome" | "failures" | "updates">> {
  try {
    const { failures, updates }: TextCheck =
      test.kind === "gateway"
        ? await runGatewayCase(test, gatewayOf(), file, host)
        : await runTemplateCase(test, subject.at(test.address), file, host);
    return { outcome: failures.length === 0 ? "passed" : "failed", failures, updates };
  } catch (error) {
    if (!(error instanceof BrokenCase)) throw error;
    const { message, hint } = error;
    return { outcome: "broken", failures: [{ message, ...(hint !== undefined && { hint }) }], updates: [] };
  }
}
