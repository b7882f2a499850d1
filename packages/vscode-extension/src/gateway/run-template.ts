import type { TemplateEvent } from "@apigw-vtl/compiler";
import {
  type ApiDefinition,
  type DefinitionFile,
  type DefinitionProblem,
  type DefinitionResult,
  type FileText,
  type FoundTemplate,
  readDefinition,
  type TemplateHost,
  type UsedTemplate,
  usesOf,
} from "@apigw-vtl/definitions";
import { createGateway, type Invocation, invocationToJson, locateIn } from "@apigw-vtl/runner";
import { callerOf } from "./caller.js";
import { type ClientRequest, clientRequest } from "./client-request.js";
import { textAt } from "./context-text.js";
import { type SampleAnswer, scriptedAnswer, stubAnswer } from "./sample-answer.js";
import { seededRandom } from "./seeded-random.js";
import type { StepsReply } from "./steps-request.js";
import { unusedContext } from "./unused-context.js";

/** A template that is to be seen at work. Files are named by paths. */
export interface TemplateRun {
  /** The file that declares the API; of Terraform all files of the module. */
  readonly files: readonly DefinitionFile[];
  readonly template: Pick<FoundTemplate, "file" | "declaration" | "use">;
  /** The sample. */
  readonly event: TemplateEvent;
  /** An event for the method's request template, made up: what comes before a response template. */
  readonly made: TemplateEvent;
  /** When the request comes, milliseconds since 1970. */
  readonly now: number;
}

/** What `StepsReply` says, with paths for URIs. */
export type TemplateRunResult = WithFiles<Extract<StepsReply, { status: "ran" }>> | NotRun;

type NotRun = WithFiles<Extract<StepsReply, { status: "not-run" }>>;
type WithFiles<Reply> = Omit<Reply, "problems" | "uris"> & {
  readonly problems: readonly DefinitionProblem[];
  /** That the API was read from, or would have been. */
  readonly files: readonly string[];
};

/** Takes a template's sample through the gateway that its definition declares. Never rejects for what files hold. */
export async function runTemplate(run: TemplateRun, host: TemplateHost): Promise<TemplateRunResult> {
  const texts = new Map(run.files.map(({ path, text }) => [path, text]));
  const readFile = async (path: string): Promise<FileText> => {
    const text = await host.readFile?.(path);
    if (typeof text === "string") texts.set(path, text);
    return text;
  };
  const api = run.template.use?.api;
  const result = await readDefinition(run.files, { ...host, readFile }, { ...(api !== undefined && { api }) });
  const { problems, definition } = result;
  const files = [...result.files, ...result.missing];
  if (definition === undefined) return { status: "not-run", ...cannotBeRead(result), problems, files };
  const [use, ...others] = usesOf(definition, run.template);
  if (use === undefined) return { status: "not-run", ...NO_ROUTE, problems, files };
  const { invocation, client, notes } = await invoke(definition, use, run);
  const step = use.response === undefined ? "request-template" : "response-template";
  const alsoUsed = others.length === 0 ? [] : [usedOften(use, others.length)];
  return {
    status: "ran",
    invocation: invocationToJson(invocation, locateIn(texts)),
    request: client.line,
    step,
    reached: reaches(invocation, step, use),
    notes: [...alsoUsed, ...notes],
    problems,
    files,
  };
}

const NO_ROUTE = {
  reason: "No method of the API has this template, so that no request leads to it.",
  hint: "A condition of the file may leave it out; warnings, if there are any, say what else could not be read.",
};

function cannotBeRead({ problems }: DefinitionResult): { readonly reason: string; readonly hint: string } {
  const error = problems.find(({ severity }) => severity === "error");
  if (error?.code !== "definition-several-apis") {
    return { reason: "The file declares no API that could be run.", hint: "Its problems are listed below." };
  }
  return { ...NO_ROUTE, reason: "None of the APIs that the file declares has this template." };
}

async function invoke(
  declared: ApiDefinition,
  use: UsedTemplate,
  { event, made, now }: TemplateRun,
): Promise<{ readonly invocation: Invocation; readonly client: ClientRequest; readonly notes: readonly string[] }> {
  const definition = {
    ...declared,
    stageName: textAt(event.context, "stage") ?? declared.stageName,
    id: textAt(event.context, "apiId") ?? declared.id,
  };
  const client = clientRequest(definition, use, event, made);
  const caller = callerOf(definition, use.route, event, client.request);
  const answer = answerFor(use, event);
  const time = Number(textAt(event.context, "requestTimeEpoch") ?? now);
  const accountId = textAt(event.context, "accountId");
  const gateway = createGateway(definition, {
    backends: [answer.backend],
    authorizers: caller.authorizers,
    // A keystroke that changes nothing of the way shall change nothing that is seen.
    clock: () => (Number.isFinite(time) ? time : now),
    random: seededRandom(),
    ...(accountId !== undefined && { accountId }),
  });
  const invocation = await gateway.invoke(client.request);
  const notes = [...client.notes, ...caller.notes, ...answer.notes, ...unusedContext(event)];
  return { invocation, client, notes };
}

function answerFor({ route, response }: UsedTemplate, { body }: TemplateEvent): SampleAnswer {
  const { integration } = route;
  if (integration === undefined) return { backend: { send: async () => undefined }, notes: [] };
  return response === undefined ? stubAnswer(integration) : scriptedAnswer(integration, response, body ?? "");
}

function usedOften({ route: { httpMethod, path } }: UsedTemplate, others: number): string {
  const count = others === 1 ? "one more place" : `${others} more places`;
  return `The template is used in ${count}; shown is the way of ${httpMethod} ${path}.`;
}

/** Whether the template itself is run, and not another one. */
function reaches({ steps }: Invocation, name: string, { template }: UsedTemplate): boolean {
  return steps.some(
    (step) =>
      step.name === name &&
      step.outcome !== "skipped" &&
      step.template === template.text &&
      JSON.stringify(step.place) === JSON.stringify(template.place),
  );
}
