import { compile, SAMPLE_CONTEXT, type TemplateEvent } from "@apigw-vtl/compiler";
import {
  type BackendRequest,
  type BackendResponse,
  createGateway,
  type Gateway,
  gatewayRequest,
  type Invocation,
  readStubFile,
  type StubRule,
  scriptedBackend,
  type WireRequest,
  wireRequestOf,
} from "@apigw-vtl/runner";
import type { GatewayCase } from "../case-file/test-case.js";
import type { Subject } from "../suites/subject.js";
import { BrokenCase } from "./test-host.js";
import type { TestedTemplate } from "./tested-template.js";

/** A template that ran on the way of a request. */
export interface RanTemplate {
  readonly template: TestedTemplate;
  readonly event: TemplateEvent;
  readonly output: string;
}

/** One request through the API. */
export interface TestInvocation {
  readonly invocation: Invocation;
  /** What was sent to integrations, in order. */
  readonly sent: readonly WireRequest[];
  /** The templates that ran, in order. */
  readonly ran: readonly RanTemplate[];
}

/** The API of a file, run with integrations that answer what a case says. All requests come at the same time. */
export class TestedGateway {
  readonly #gateway: Gateway;
  #backend: (request: BackendRequest, signal: AbortSignal) => Promise<BackendResponse | undefined>;
  #random = 0;
  #sent: WireRequest[] = [];
  #ran: RanTemplate[] = [];

  /** Throws a `BrokenCase` if the file declares no API. */
  constructor(subject: Subject) {
    this.#backend = async () => undefined;
    this.#gateway = createGateway(subject.definition, {
      backends: [{ send: (request, signal) => this.#backend(request, signal) }],
      // The same in every run, and the same as in cases of templates.
      clock: () => Number(SAMPLE_CONTEXT.requestTimeEpoch),
      random: () => this.#nextRandom(),
      compile: (template) => {
        const tested = subject.tested(template);
        if (tested === undefined) return compile(template.text);
        const { compiled } = tested;
        return {
          render: (event, options) => {
            const result = compiled.render(event, options);
            this.#ran.push({ template: tested, event, output: result.output });
            return result;
          },
        };
      },
    });
  }

  async invoke({ request, answers }: Pick<GatewayCase, "request" | "answers">): Promise<TestInvocation> {
    const rules = rulesOf(answers);
    this.#sent = [];
    this.#ran = [];
    this.#random = 0;
    const scripted = scriptedBackend(rules);
    this.#backend = async (sent, signal) => {
      this.#sent.push(wireRequestOf(sent));
      return (await scripted.send(sent, signal)) ?? emptyAnswer(sent);
    };
    const { method, url, headers, body, sourceIp, stageVariables } = request;
    const invocation = await this.#gateway.invoke({
      ...gatewayRequest(method, url, { headers, body }),
      ...(sourceIp !== undefined && { sourceIp }),
      ...(stageVariables && { stageVariables }),
    });
    return { invocation, sent: this.#sent, ran: this.#ran };
  }

  /** Weyl's sequence of the golden ratio: evenly spread, and the same for every case. */
  #nextRandom(): number {
    this.#random = (this.#random + 0.618033988749895) % 1;
    return this.#random;
  }
}

function rulesOf(answers: string): readonly StubRule[] {
  const { rules, problems } = readStubFile({ path: "answers.json", text: answers });
  const [problem] = problems;
  if (problem !== undefined) throw new BrokenCase(`the answers cannot be used: ${problem.message}`, problem.hint);
  return rules;
}

/** Of an integration that no answer is for. */
function emptyAnswer({ target, integration }: BackendRequest): BackendResponse {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (target.kind !== "lambda") {
    return { kind: "response", status: 200, headers: [["Content-Type", "application/json"]], body: bytes("{}") };
  }
  const payload = integration.type === "AWS_PROXY" ? '{"statusCode":200}' : "{}";
  return { kind: "function", payload: bytes(payload), failed: false };
}
