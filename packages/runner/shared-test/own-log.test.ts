import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import {
  type Backend,
  clientRequest,
  createGateway,
  type GatewayRequest,
  gatewayRequest,
  type Invocation,
  invocationToJson,
  type LoggedRequest,
  readExecutionLog,
} from "../src/index.js";
import type { Plan } from "./recorded/plan.js";
import { planOf, recordedCases } from "./recorded/plan-of.js";
import type { RecordedCase } from "./recorded/recorded-case.js";

if (!hasShared()) console.warn("../shared is missing: the log of what was recorded on AWS is not read");

/** A request taken through the API; ids and times are the same in every run. */
async function run(
  { definition, accountId }: Plan,
  request: GatewayRequest,
  backends: readonly Backend[],
): Promise<Invocation> {
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
  return await gateway.invoke(request);
}

function answering({ answer }: LoggedRequest): Backend {
  const { status = 200, headers = [], body = "" } = answer ?? {};
  return { send: async () => ({ kind: "response", status, headers, body: Buffer.from(body) }) };
}

/** The request that a log tells of, taken through the API once more, with the answer that it tells. */
function again(plan: Plan, logged: LoggedRequest): Promise<Invocation> {
  const { httpMethod, url, headers, body, sourceIp } = clientRequest(logged);
  const request: GatewayRequest = {
    ...gatewayRequest(httpMethod, url, { headers, body }),
    ...(sourceIp !== undefined && { sourceIp }),
    ...(plan.request.testInvoke && { testInvoke: true }),
  };
  return run(plan, request, [answering(logged)]);
}

const recordedRun = (plan: Plan): Promise<Invocation> => run(plan, plan.request, plan.backend ? [plan.backend] : []);

/** What becomes of the log of a recorded request: another like it writes the same one, or the lines that it does not tell. */
async function fromLog(recorded: RecordedCase): Promise<string> {
  const plan = planOf(recorded);
  const log = (await recordedRun(plan)).log.join("\n");
  const logged = readExecutionLog(log);
  // The service logs nothing of a request that no method is for.
  if (logged === undefined) return "no route";
  const marked = log.split(/^.{19,23} UTC \d{4} : /m).flatMap((line) => {
    const [, name, cut] = /^([^:]*): (?:.* \[(TRUNCATED)\]|\[Binary Data\])\n?$/s.exec(line) ?? [];
    return name === undefined ? [] : [{ line: name, why: cut === undefined ? "binary" : "cut" }];
  });
  expect([recorded.name, logged.untold]).toEqual([recorded.name, marked]);
  // What was sent and returned comes of the rest.
  const untold = logged.untold.filter(({ line }) => /^(?:Method request|Endpoint response)/.test(line));
  if (untold.length > 0) return untold.map(({ line, why }) => `${line}: ${why}`).join(", ");
  return (await again(plan, logged)).log.join("\n") === log ? "the same" : "another";
}

describe.runIf(hasShared())("a request that was recorded on AWS", () => {
  it("is told by its log: another like it writes the same one, or the log names what it lacks", async () => {
    const outcomes = await Promise.all(recordedCases.map(fromLog));
    const counts = Object.fromEntries(
      [...new Set(outcomes)].sort().map((its) => [its, outcomes.filter((one) => one === its).length]),
    );
    expect(counts).toEqual({
      "Endpoint response body before transformations: binary": 13,
      "Endpoint response body before transformations: cut": 2,
      "Method request body before transformations: binary": 5,
      "no route": 2,
      "the same": 121,
    });
  });

  it.each(recordedCases.map((one) => [one.name, one] as const))(
    "is told whole by its steps: %s",
    async (_, recorded) => {
      const plan = planOf(recorded);
      const json = JSON.stringify(invocationToJson(await recordedRun(plan)));
      const logged = readExecutionLog(json);
      if (logged === undefined) throw new Error("the steps tell of no request");
      expect(logged.untold).toEqual([]);
      expect(invocationToJson(await again(plan, logged))).toEqual(JSON.parse(json));
    },
  );

  it("is one of 143", () => expect(recordedCases).toHaveLength(143));
});
