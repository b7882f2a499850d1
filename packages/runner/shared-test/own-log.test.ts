import { hasShared } from "@apigw-vtl/test-support";
import { expect, it } from "vitest";
import {
  type Backend,
  clientRequest,
  createGateway,
  type GatewayRequest,
  gatewayRequest,
  type LoggedRequest,
  readExecutionLog,
  readStubFile,
  scriptedBackend,
} from "../src/index.js";
import type { Plan } from "./recorded/plan.js";
import { planOf, recordedCases } from "./recorded/plan-of.js";
import type { RecordedCase } from "./recorded/recorded-case.js";

if (!hasShared()) console.warn("../shared is missing: the log of what was recorded on AWS is not read");

/** The log of a request, in which ids and times are the same in every run. */
async function logOf(
  { definition, accountId }: Plan,
  request: GatewayRequest,
  backends: readonly Backend[],
): Promise<string> {
  let random = 0;
  const gateway = createGateway(definition, {
    ...(accountId !== undefined && { accountId }),
    backends,
    clock: () => 1_700_000_000_000,
    random: () => {
      random = (random + 0.618) % 1;
      return random;
    },
  });
  return (await gateway.invoke(request)).log.join("\n");
}

function answering({ answer }: LoggedRequest): Backend {
  const { status = 200, headers = [], body = "" } = answer ?? {};
  const answers = [{ respond: { status, headers: Object.fromEntries(headers), body } }];
  return scriptedBackend(readStubFile({ path: "answers.json", text: JSON.stringify({ answers }) }).rules);
}

/** What becomes of a recorded request: its log, and that of the request and answer which it tells. */
async function roundTrip(recorded: RecordedCase): Promise<"the same" | "another" | "untold" | "no route"> {
  const plan = planOf(recorded);
  const log = await logOf(plan, plan.request, plan.backend ? [plan.backend] : []);
  const logged = readExecutionLog(log);
  // The service logs nothing of a request that no method is for.
  if (logged === undefined) return "no route";
  const marks = log.match(/ \[TRUNCATED\]$|: \[Binary Data\]$/gm) ?? [];
  expect(logged.untold).toHaveLength(marks.length);
  // What was sent and returned comes of the rest.
  if (logged.untold.some(({ line }) => /^(?:Method request|Endpoint response)/.test(line))) return "untold";
  const { httpMethod, url, headers, body, sourceIp } = clientRequest(logged);
  const again: GatewayRequest = {
    ...gatewayRequest(httpMethod, url, { headers, body }),
    ...(sourceIp !== undefined && { sourceIp }),
    ...(plan.request.testInvoke && { testInvoke: true }),
  };
  return (await logOf(plan, again, [answering(logged)])) === log ? "the same" : "another";
}

it.runIf(hasShared())(
  "a request that was recorded on AWS is told by its log: another like it writes the same one",
  async () => {
    const outcomes = await Promise.all(recordedCases.map(async (one) => [one.name, await roundTrip(one)] as const));
    const of = (outcome: string) => outcomes.filter(([, its]) => its === outcome).map(([name]) => name);
    expect(of("another")).toEqual([]);
    expect(of("no route")).toEqual(
      ["not-found", "wrong-method"].map((name) => `localstack::test_routing_not_found/${name}`),
    );
    expect([of("the same").length, of("untold").length]).toEqual([121, 20]);
  },
);
