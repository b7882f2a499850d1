import {
  type DefinitionFile,
  type DefinitionProblem,
  definitionFiles,
  type TemplateHost,
} from "@apigw-vtl/definitions";
import { type Feature, newSample, type Services, sampleOf, type TemplateView, viewAt } from "@apigw-vtl/lsp";
import { URI } from "vscode-uri";
import type { Gateway, LoadGateway } from "./load-gateway.js";
import type { TemplateRunResult } from "./run-template.js";
import { type StepsParams, type StepsProblem, type StepsReply, StepsRequest } from "./steps-request.js";
import { templateHost, uriOfPath } from "./template-host.js";
import { whyNoSteps } from "./why-no-steps.js";

/** Takes samples through the gateway for the preview; `load` is called when that is first wanted. */
export function stepsFeature(load: LoadGateway): Feature {
  return {
    capabilities: () => ({}),
    register: (connection, services) => {
      // One time for all requests, so that only what is typed changes what is seen.
      const now = Date.now();
      connection.onRequest(StepsRequest, async (params) => {
        try {
          return await stepsOf(params, services, await load(connection), now);
        } catch (error) {
          return notRun(`The gateway has failed: ${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function stepsOf(params: StepsParams, services: Services, gateway: Gateway, now: number): Promise<StepsReply> {
  const { documents, referring, samples } = services;
  // The definition that a template in a file of its own belongs to is another file.
  await referring.found(params.uri);
  const view = await viewAt(documents, params);
  if (view === undefined) return notRun("There is no template here any more.");
  const why = whyNoSteps(view);
  if (why !== undefined) return { ...notRun(why.reason), ...why };
  const sample = await sampleOf(params.source, view, samples);
  if ("problem" in sample) return notRun(`The sample cannot be read: ${sample.problem}`);
  const definition = uriOfPath(view.uri, view.template.use?.definition ?? "");
  const host = templateHost(view.uri, services);
  const result = await gateway.runTemplate(
    {
      files: await filesOf(definition, services, host),
      template: view.template,
      event: sample.event,
      made: await madeRequest(view, definition, services),
      now,
    },
    host,
  );
  return replyOf(result, definition);
}

const notRun = (reason: string): Extract<StepsReply, { status: "not-run" }> => ({
  status: "not-run",
  reason,
  problems: [],
  uris: [],
});

/** The file of the API; a Terraform module is all files of its folder. */
async function filesOf(
  definition: string,
  { documents }: Services,
  host: TemplateHost,
): Promise<readonly DefinitionFile[]> {
  const text = await documents.read(definition);
  return typeof text === "string" ? definitionFiles({ path: URI.parse(definition).path, text }, host) : [];
}

/** An event for the request template of a response template's method. */
async function madeRequest({ uri, template, embedded }: TemplateView, definition: string, { documents }: Services) {
  const { use } = template;
  if (use?.direction !== "response") return {};
  const { views = [] } = (await documents.viewsOfFile(embedded ? uri : definition)) ?? {};
  const sibling = views.find((view) => {
    const other = view.template.use;
    return other?.direction === "request" && other.route === use.route && other.api === use.api;
  });
  return sibling === undefined ? {} : newSample(sibling).event;
}

function replyOf({ problems, files, ...rest }: TemplateRunResult, host: string): StepsReply {
  return {
    ...rest,
    problems: problems.map((problem) => problemOf(problem, host)),
    uris: files.map((path) => uriOfPath(host, path)),
  };
}

function problemOf({ severity, message, hint, file, line, column }: DefinitionProblem, host: string): StepsProblem {
  // Hints name flags of the command line where a value is missing, which the editor has no place for.
  const useful = hint !== undefined && !hint.includes("--");
  return { severity, message, ...(useful && { hint }), uri: uriOfPath(host, file), line, column };
}
