import {
  compileInstrumented,
  LineIndex,
  type Overrides,
  type TemplateEvent,
  VtlRenderError,
} from "@apigw-vtl/compiler";
import { prove, requestsFor } from "@apigw-vtl/linter";
import { jsonTreeOf } from "../compare/json-tree.js";
import { schemaProblems } from "../compare/schema-problems.js";
import type { Way } from "../coverage/coverage.js";
import { TemplateCounter } from "../coverage/template-counter.js";
import { templateCoverage } from "../coverage/template-coverage.js";
import { readEventJson } from "../run/read-event-text.js";
import type { TestedTemplate } from "../run/tested-template.js";
import { crossedRequests } from "./crossed-requests.js";
import { schemaOfShape } from "./schema-of-shape.js";

/** A case of a test file, as data to be written. */
export interface GeneratedCase {
  readonly name: string;
  readonly template?: string;
  /** Or the name of a file with it. */
  readonly event: Readonly<Record<string, unknown>> | string;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Requests with hostile texts that are tried beside the friendly ones. */
const HOSTILE = 40;

/**
 * First cases for a template: requests made of what it reads and of its declared model, of which each reaches something that
 * those before it do not, with what comes out now; and the request that the prover finds to break it, which fails until the
 * template is mended. None for a template that the service refuses.
 */
export async function generatedCases(template: TestedTemplate): Promise<readonly GeneratedCase[]> {
  const { text, dialect } = template;
  if (dialect !== "apigateway") return [];
  const surroundings = surroundingsOf(template);
  const counter = new TemplateCounter();
  const compiled = compileInstrumented(text, { dialect, listener: counter, in: "render" });
  const counted = {
    text,
    probes: compiled.probes,
    counter,
    placeOf: (range: Way["place"]["range"]) => ({ file: "", range }),
  };
  const lines = new LineIndex(text);
  const reached = new Set<string>();
  const cases: GeneratedCase[] = [];
  const outputs: string[] = [];
  const requests = requestsFor(text, { ...surroundings, hostile: HOSTILE });
  for (const request of [...requests, ...crossedRequests(requests)]) {
    const event = eventData(request);
    const outcome = outcomeOf(() => compiled.render(readEventJson(JSON.stringify(event), template)));
    const { branches, lines: hits } = templateCoverage(counted, lines);
    const ways = branches.flatMap((branch) =>
      branch.ways.filter((way) => way.hits > 0).map((way) => nameOf(branch.kind, way)),
    );
    const now = [...ways, ...[...hits].filter(([, count]) => count > 0).map(([line]) => `line ${line}`)];
    const news = now.filter((name) => !reached.has(name));
    if (news.length === 0 && cases.length > 0) continue;
    for (const name of news) reached.add(name);
    if ("output" in outcome) outputs.push(outcome.output);
    const name =
      cases.length === 0
        ? "a usual request"
        : news
            .filter((one) => !one.startsWith("line "))
            .slice(0, 3)
            .join(", ");
    cases.push({ name: name || `reaches ${news.slice(0, 3).join(", ")}`, event, expect: expectationOf(outcome) });
  }
  const witness = await witnessCase(template, surroundings, outputs);
  return witness === undefined ? cases : [...cases, witness];
}

/** What is known of a template's surroundings; as deployed it has no holes. */
function surroundingsOf({ text, found }: TestedTemplate): NonNullable<Parameters<typeof prove>[1]> {
  return { facts: found.facts, holes: text === found.text ? found.holes : [] };
}

/** A case for an event in a file or as data, with what comes out now. Throws a `VtlSyntaxError`. */
export function caseFor(
  template: TestedTemplate,
  name: string,
  event: TemplateEvent,
  file: string | undefined,
): GeneratedCase {
  const outcome = outcomeOf(() => template.compiled.render(event));
  return { name, event: file ?? eventData(event), expect: expectationOf(outcome) };
}

/** The case with the request that the prover finds to break a template; `undefined` if it finds none that JSON is broken by. */
export function breakingCase(template: TestedTemplate): Promise<GeneratedCase | undefined> {
  const surroundings = surroundingsOf(template);
  const outcomes = requestsFor(template.text, { ...surroundings, hostile: 0 }).map((request) =>
    outcomeOf(() => template.compiled.render(readEventJson(JSON.stringify(eventData(request)), template))),
  );
  const outputs = outcomes.flatMap((outcome) => ("output" in outcome ? [outcome.output] : []));
  return witnessCase(template, surroundings, outputs);
}

type Outcome = { readonly output: string; readonly overrides: Overrides } | { readonly code: string };

function outcomeOf(render: () => { readonly output: string; readonly overrides: Overrides }): Outcome {
  try {
    const { output, overrides } = render();
    return { output, overrides };
  } catch (error) {
    if (error instanceof VtlRenderError) return { code: error.code };
    throw error;
  }
}

function nameOf(kind: string, { name, line }: Way): string {
  return `${kind === "operands" ? name.replace(/\s+/g, " ") : name} in line ${line}`;
}

/** What it prints now, as JSON where that says all of it. */
function expectationOf(outcome: Outcome): GeneratedCase["expect"] {
  if ("code" in outcome) return { error: outcome.code };
  const { output, overrides } = outcome;
  const told = Object.keys(overrides).length > 0 ? { overrides } : {};
  const json = plainJson(output);
  return json === undefined ? { output, ...told } : { json: json.value, ...told };
}

/** JSON that JavaScript's numbers say exactly. */
function plainJson(text: string): { readonly value: unknown } | undefined {
  const tree = jsonTreeOf(text);
  if ("problem" in tree) return undefined;
  const numbers = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];
  return numbers.every((number) => String(Number(number)) === number) ? { value: JSON.parse(text) } : undefined;
}

/** An event without what is empty; a body that is compact JSON as what it stands for. */
function eventData({ body, ...parts }: TemplateEvent): Readonly<Record<string, unknown>> {
  const told = Object.entries(parts).filter(([, part]) => part !== undefined && Object.keys(part).length > 0);
  if (body === undefined || body === null || body === "") return Object.fromEntries(told);
  const json = plainJson(body);
  const isObject = typeof json?.value === "object" && json.value !== null && JSON.stringify(json.value) === body;
  return { body: isObject ? json.value : body, ...Object.fromEntries(told) };
}

/** The request that breaks the template, with what its output has to be like: that of the usual ones. */
async function witnessCase(
  { text }: TestedTemplate,
  surroundings: Parameters<typeof prove>[1],
  outputs: readonly string[],
): Promise<GeneratedCase | undefined> {
  const result = prove(text, surroundings);
  // Of form data no expectation says that it is well formed.
  if (result.status !== "broken" || result.output !== "json" || result.witness.filledIn !== undefined) return undefined;
  const { event, output } = result.witness;
  const name = `withstands a hostile request: ${result.reason.replace(/\s+/g, " ")}`;
  const usual = outputs.map(jsonTreeOf).find((tree) => "root" in tree);
  const broken = jsonTreeOf(output);
  if ("problem" in broken) return { name, event: eventData(event), expect: { schema: {} } };
  if (usual === undefined || "problem" in usual) return undefined;
  const schema = schemaOfShape(usual.root);
  const problems = await schemaProblems(schema, broken.root, output);
  // One that passes would say nothing.
  return problems.length === 0 ? undefined : { name, event: eventData(event), expect: { schema } };
}
