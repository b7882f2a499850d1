import { type DialectName, parse, type Range } from "@apigw-vtl/compiler";
import type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
import { holesAndHostNames } from "../queries/host-names.js";
import { isMockRequest } from "../queries/mock-request.js";
import { findScopes } from "../queries/scopes.js";
import type { ParsedTemplate } from "../run-rules.js";
import { assumptionsFor, type ProverAssumptions } from "./assumptions.js";
import { proveGatewayResponse } from "./gateway-response/prove-gateway-response.js";
import { type Interpretation, interpret, isProof } from "./interpreter/interpret.js";
import { outputKind } from "./output-kind.js";
import type { ProofOutcome, ProofResult } from "./proof-result.js";
import { proveMock } from "./prove-mock.js";
import { requestFacts } from "./request-facts.js";
import { withstood } from "./withstood.js";
import { findWitness } from "./witness/find-witness.js";

export interface ProveOptions {
  /** Default: `auto`, by the template's text and its surroundings. */
  readonly output?: "json" | "form" | "auto";
  /** What the host says about the template. */
  readonly facts?: TemplateFacts;
  /** Parts of the template's text that the host fills in; they are taken to fit between quotes. */
  readonly holes?: readonly HoleRange[];
  readonly assumptions?: Partial<ProverAssumptions>;
  /** Only the service's own can be proved. */
  readonly dialect?: DialectName;
  /** Of the template with these facts, holes and dialect, where that is known already. */
  readonly parsed?: ParsedTemplate;
}

/**
 * Decides whether a template's output is right for every request that the assumptions allow. Never throws. Outputs of
 * loops over more than 1000 elements, which the service cuts, are not looked at.
 */
export function prove(source: string, options: ProveOptions = {}): ProofResult {
  const assumptions = assumptionsFor(options.facts, options.assumptions);
  return { ...decide(source, options, assumptions), assumptions };
}

function decide(source: string, options: ProveOptions, assumptions: ProverAssumptions): ProofOutcome {
  const { gatewayResponse, contentType, integration } = options.facts ?? {};
  if (gatewayResponse) {
    const { responseType } = gatewayResponse;
    return proveGatewayResponse({ source, contentType, responseType, holes: options.holes ?? [], assumptions });
  }
  if (integration?.proxy) {
    return { status: "not-applicable", reason: `an integration of type ${integration.type} runs no templates` };
  }
  const { parsed } = options;
  const { tree, diagnostics } = parsed ?? parse(source, options.dialect ? { dialect: options.dialect } : {});
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { status: "not-applicable", reason: "the service refuses the template" };
  }
  const facts = requestFacts(options.facts, assumptions);
  const scopes = () => parsed?.analysis.scopes ?? findScopes(tree);
  const holes = holesAndHostNames({ source, tree, holes: options.holes ?? [], scopes });
  if (options.dialect !== "velocity" && isMockRequest(options.facts)) return proveMock({ source, tree, holes, facts });
  const isAuto = options.output === undefined || options.output === "auto";
  const output = isAuto ? outputKind(tree, options.facts, holes) : options.output;
  if (output === "other") return { status: "not-applicable", reason: "the template prints neither JSON nor a form" };
  if (options.dialect === "velocity") {
    return { status: "undecided", output, reason: "plain Velocity is not proved", range: tree.range };
  }
  const shared =
    isAuto && isSame(assumptions, parsed?.analysis.assumptions) ? parsed?.analysis.interpretation : undefined;
  const interpretation = shared?.isExact ? shared : interpret({ source, tree, output, holes, facts });
  const search = { source, output, holes, facts, interpretation };
  if (isProof(interpretation)) return withstood({ ...search, tree });
  return findWitness(search) ?? { status: "undecided", output, ...doubt(interpretation) };
}

function isSame(some: ProverAssumptions, others: ProverAssumptions | undefined): boolean {
  return Object.entries(some).every(([name, value]) => others?.[name as keyof ProverAssumptions] === value);
}

function doubt({ problems, gaveUp, hostValues }: Interpretation): { readonly reason: string; readonly range: Range } {
  if (gaveUp) return gaveUp;
  const [start] = hostValues;
  if (start !== undefined) {
    return { reason: "what the host fills in stands outside of JSON quotes", range: { start, end: start } };
  }
  const [problem] = problems;
  return { reason: `no request was found for: ${problem!.reason}`, range: problem!.range };
}
