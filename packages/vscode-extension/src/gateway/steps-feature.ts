import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { DefinitionFile, DefinitionProblem } from "@apigw-vtl/definitions";
import { type Feature, newSample, type Services, sampleOf, type TemplateView, viewAt } from "@apigw-vtl/lsp";
import { URI } from "vscode-uri";
import type { Gateway, LoadGateway } from "./load-gateway.js";
import type { TemplateRunResult } from "./run-template.js";
import { type StepsParams, type StepsProblem, type StepsReply, StepsRequest } from "./steps-request.js";
import { WholeDefinitions } from "./whole-definitions.js";
import { whyNoSteps } from "./why-no-steps.js";

/** Takes samples through the gateway for the preview; `load` is called when that is first wanted. */
export function stepsFeature(load: LoadGateway): Feature {
  return {
    capabilities: () => ({}),
    register: (connection, services) => {
      // One time for all requests, so that only what is typed changes what is seen.
      const now = Date.now();
      let loading: Promise<Gateway> | undefined;
      const wholes = new WholeDefinitions(services);
      connection.onRequest(StepsRequest, async (params) => {
        loading ??= load(connection);
        try {
          return await stepsOf(params, services, wholes, await loading, now);
        } catch (error) {
          loading = undefined;
          return notRun(`The gateway has failed: ${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function stepsOf(
  params: StepsParams,
  services: Services,
  wholes: WholeDefinitions,
  gateway: Gateway,
  now: number,
): Promise<StepsReply> {
  const { documents, samples } = services;
  const view = await viewAt(documents, params);
  if (view === undefined) return notRun("There is no template here any more.");
  const referring = documents.hostOf(view.uri);
  const why = whyNoSteps(view, view.embedded ? view.uri : referring);
  if (why !== undefined) return { ...notRun(why.reason), ...why };
  const sample = await sampleOf(params.source, view, samples);
  if ("problem" in sample) return notRun(`The sample cannot be read: ${sample.problem}`);
  const run = (host: string) => runBy({ view, host, event: sample.event, now }, services, gateway);
  const first = await run(view.embedded || referring === undefined ? view.uri : referring);
  if (first.status === "ran" || !view.embedded) return first;
  // A file with a part of a definition declares no API by itself, but one that names it may.
  for (const host of await wholes.of(view.uri)) {
    const reply = await run(host);
    if (reply.status === "ran") return reply;
  }
  return first;
}

interface RunByHost {
  readonly view: TemplateView;
  /** The file that declares the API. */
  readonly host: string;
  readonly event: TemplateEvent;
  readonly now: number;
}

async function runBy(
  { view, host, event, now }: RunByHost,
  services: Services,
  { runTemplate }: Gateway,
): Promise<StepsReply> {
  const result = await runTemplate(
    {
      files: await definitionFiles(URI.parse(host), services),
      template: {
        file: URI.parse(view.uri).path,
        range: view.template.range,
        facts: view.template.facts,
        embedded: view.embedded,
      },
      event,
      made: await madeRequest(view, host, services),
      now,
    },
    {
      readFile: (path) => services.documents.read(uriOf(host, path)),
      loadGrammar: services.host.loadGrammar,
    },
  );
  return replyOf(result, host);
}

const notRun = (reason: string): Extract<StepsReply, { status: "not-run" }> => ({
  status: "not-run",
  reason,
  problems: [],
  uris: [],
});

const uriOf = (base: string, path: string): string => URI.parse(base).with({ path }).toString();

/** The file of the API; a Terraform module is all files of its folder. */
async function definitionFiles(host: URI, { documents, host: machine }: Services): Promise<readonly DefinitionFile[]> {
  const folder = host.path.slice(0, host.path.lastIndexOf("/"));
  const others = host.path.endsWith(".tf") ? await machine.listFolder(host.with({ path: folder }).toString()) : [];
  const paths = others
    .filter((entry) => !entry.folder && entry.name.endsWith(".tf"))
    .map(({ name }) => `${folder}/${name}`);
  const all = [host.path, ...paths.filter((path) => path !== host.path).sort()];
  const read = await Promise.all(
    all.map(async (path) => ({ path, text: await documents.read(uriOf(host.toString(), path)) })),
  );
  return read.flatMap(({ path, text }) => (typeof text === "string" ? [{ path, text }] : []));
}

/** An event for the request template of a response template's method. */
async function madeRequest(view: TemplateView, host: string, { documents }: Services): Promise<TemplateEvent> {
  const { direction, httpMethod, path } = view.facts;
  if (direction !== "response" || path === undefined) return {};
  const views = (await documents.viewsOfFile(host))?.views ?? [];
  const sibling = views.find(
    ({ facts }) => facts.direction === "request" && facts.httpMethod === httpMethod && facts.path === path,
  );
  return sibling === undefined ? {} : newSample(sibling).event;
}

function replyOf({ problems, files, ...rest }: TemplateRunResult, host: string): StepsReply {
  return {
    ...rest,
    problems: problems.map((problem) => problemOf(problem, host)),
    uris: files.map((path) => uriOf(host, path)),
  };
}

function problemOf({ severity, message, hint, file, line, column }: DefinitionProblem, host: string): StepsProblem {
  // Hints name flags of the command line where a value is missing, which the editor has no place for.
  const useful = hint !== undefined && !hint.includes("--");
  return { severity, message, ...(useful && { hint }), uri: uriOf(host, file), line, column };
}
