import { hasShared } from "@apigw-vtl/test-support";
import { binaryPlan, payloadsOf } from "./binary-plans.js";
import { headerPlan } from "./header-plans.js";
import { integrationPlan } from "./integration-plans.js";
import { mappingPlan } from "./mapping-plans.js";
import { methodPlan } from "./method-plans.js";
import type { Plan } from "./plan.js";
import { type RecordedCase, readRecordedCases } from "./recorded-case.js";
import { templatePlan } from "./template-plans.js";
import { testInvokePlan } from "./test-invoke-plan.js";

/** None if the recordings are missing. */
export const recordedCases: readonly RecordedCase[] = hasShared() ? readRecordedCases() : [];

const payloads = recordedCases.length > 0 ? payloadsOf(recordedCases) : undefined;

const kinds = [
  templatePlan,
  integrationPlan,
  methodPlan,
  headerPlan,
  testInvokePlan,
  mappingPlan,
  (recorded: RecordedCase) => payloads && binaryPlan(recorded, payloads),
];

/** The plans that say how a case is run, by what its context says: there should be one. */
export function plansFor(recorded: RecordedCase): readonly Plan[] {
  return kinds.map((planOf) => planOf(recorded)).filter((plan) => plan !== undefined);
}

export function planOf(recorded: RecordedCase): Plan {
  const [plan] = plansFor(recorded);
  if (plan === undefined) throw new Error("No plan says how to run this case.");
  return plan;
}
