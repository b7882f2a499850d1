import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { type BackendRequest, createGateway } from "../src/index.js";
import { recordedMatcher } from "./recorded/matches.js";
import type { Plan } from "./recorded/plan.js";
import { planOf, plansFor, recordedCases } from "./recorded/plan-of.js";

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
  it.each(recordedCases.map((recorded) => [recorded.name, recorded] as const))("%s", async (_, recorded) => {
    const plan = planOf(recorded);
    const expected = plan.expected ?? recorded.expected;
    expect(await run(plan)).toEqual(recordedMatcher(expected, recorded.compare === "json-subset"));
  });

  it("runs every case, each by one plan", () => {
    expect(recordedCases.map((recorded) => plansFor(recorded).length)).toEqual(recordedCases.map(() => 1));
    expect(recordedCases).toHaveLength(143);
  });
});
