import { describe, expect, it } from "vitest";
import { type BackendRequest, createGateway } from "../src/index.js";
import { binaryPlan, payloadsOf } from "./recorded/binary-plans.js";
import { headerPlan } from "./recorded/header-plans.js";
import { integrationPlan } from "./recorded/integration-plans.js";
import { mappingPlan } from "./recorded/mapping-plans.js";
import { recordedMatcher } from "./recorded/matches.js";
import { methodPlan } from "./recorded/method-plans.js";
import { notRun } from "./recorded/not-run.js";
import type { Plan } from "./recorded/plan.js";
import { type RecordedCase, readRecordedCases } from "./recorded/recorded-case.js";
import { templatePlan } from "./recorded/template-plans.js";
import { testInvokePlan } from "./recorded/test-invoke-plan.js";
import { hasShared } from "./shared-folder.js";

const cases = hasShared() ? readRecordedCases() : [];
const payloads = cases.length > 0 ? payloadsOf(cases) : undefined;

/** How a case is run, by what its context says. */
function planOf(recorded: RecordedCase): Plan | undefined {
  return (
    templatePlan(recorded) ??
    integrationPlan(recorded) ??
    methodPlan(recorded) ??
    headerPlan(recorded) ??
    testInvokePlan(recorded) ??
    mappingPlan(recorded) ??
    (payloads && binaryPlan(recorded, payloads))
  );
}

async function run({ definition, request, backend, accountId, observed }: Plan): Promise<unknown> {
  const sent: BackendRequest[] = [];
  const note = async (toSend: BackendRequest) => {
    sent.push(toSend);
    return undefined;
  };
  const gateway = createGateway(definition, {
    ...(accountId !== undefined && { accountId }),
    backends: backend ? [{ send: note }, backend] : [],
  });
  const invocation = await gateway.invoke(request);
  return observed(invocation, sent[0]);
}

describe.runIf(hasShared())("recorded on AWS", () => {
  const runnable = cases.filter(({ name }) => !Object.hasOwn(notRun, name));

  it.each(runnable.map((recorded) => [recorded.name, recorded] as const))("%s", async (_, recorded) => {
    const plan = planOf(recorded);
    if (plan === undefined) throw new Error("No plan says how to run this case, and not-run.ts does not say why not.");
    const expected = plan.expected ?? recorded.expected;
    expect(await run(plan)).toEqual(recordedMatcher(expected, recorded.compare === "json-subset"));
  });

  it("runs all but the cases that not-run.ts gives a reason for", () => {
    const names = new Set(cases.map(({ name }) => name));
    expect(Object.keys(notRun).filter((name) => !names.has(name))).toEqual([]);
    expect(cases.filter((recorded) => Object.hasOwn(notRun, recorded.name) && planOf(recorded))).toEqual([]);
    expect({ run: runnable.length, notRun: Object.keys(notRun).length }).toEqual({ run: 142, notRun: 1 });
  });
});
