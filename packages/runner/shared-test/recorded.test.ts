import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { type BackendRequest, createGateway } from "../src/index.js";
import { binaryPlan, payloadsOf } from "./recorded/binary-plans.js";
import { headerPlan } from "./recorded/header-plans.js";
import { integrationPlan } from "./recorded/integration-plans.js";
import { mappingPlan } from "./recorded/mapping-plans.js";
import { recordedMatcher } from "./recorded/matches.js";
import { methodPlan } from "./recorded/method-plans.js";
import type { Plan } from "./recorded/plan.js";
import { type RecordedCase, readRecordedCases } from "./recorded/recorded-case.js";
import { templatePlan } from "./recorded/template-plans.js";
import { testInvokePlan } from "./recorded/test-invoke-plan.js";

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
  it.each(cases.map((recorded) => [recorded.name, recorded] as const))("%s", async (_, recorded) => {
    const plan = planOf(recorded);
    if (plan === undefined) throw new Error("No plan says how to run this case.");
    const expected = plan.expected ?? recorded.expected;
    expect(await run(plan)).toEqual(recordedMatcher(expected, recorded.compare === "json-subset"));
  });

  it("runs every case, each by one plan", () => {
    const plans = [templatePlan, integrationPlan, methodPlan, headerPlan, testInvokePlan, mappingPlan];
    const counts = cases.map((recorded) => {
      const found = plans.filter((plan) => plan(recorded) !== undefined).length;
      return found + (payloads && binaryPlan(recorded, payloads) ? 1 : 0);
    });
    expect(counts).toEqual(cases.map(() => 1));
    expect(cases).toHaveLength(143);
  });
});
