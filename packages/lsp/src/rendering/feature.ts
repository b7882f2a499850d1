import { type TemplateEvent, type TracedResult, VtlRenderError } from "@apigw-vtl/compiler";
import { templateDiagnostics } from "../diagnostics/template-diagnostics.js";
import { summaryOf } from "../documents/summary-of.js";
import type { TemplateView } from "../documents/template-view.js";
import { viewAt } from "../documents/view-at.js";
import { type RenderedPart, type RenderReply, RenderRequest } from "../requests/render.js";
import { type NamedSample, sampleOf } from "../samples/sample-of.js";
import type { Feature } from "../server/feature.js";
import { jsonProblems } from "./json-problems.js";
import { outputLanguage } from "./output-language.js";
import { renderView } from "./render-view.js";

/** Renders templates for the preview. */
export const renderingFeature: Feature = {
  capabilities: () => ({}),
  register: (connection, { documents, samples }) => {
    connection.onRequest(RenderRequest, async (params): Promise<RenderReply> => {
      const view = await viewAt(documents, params);
      return view ? renderReply(view, await sampleOf(params.source, view, samples)) : { status: "no-template" };
    });
  },
};

export function renderReply(view: TemplateView, sample: NamedSample): RenderReply {
  const template = summaryOf(view);
  if ("problem" in sample) return { status: "bad-event", template, message: sample.problem };
  const { event, uri } = sample;
  const used = { template, event, ...(uri !== undefined && { sampleUri: uri }) };
  const rendered = renderView(view, event);
  switch (rendered.status) {
    case "refused":
      return { status: "refused", template, diagnostics: templateDiagnostics([view]) };
    case "failed":
      return { ...failure(view, rendered.error), ...used };
    case "rendered":
      return renderedReply(view, rendered.result, used);
    default:
      return rendered satisfies never;
  }
}

interface Used {
  readonly template: ReturnType<typeof summaryOf>;
  readonly event: TemplateEvent;
  readonly sampleUri?: string;
}

function renderedReply(view: TemplateView, result: TracedResult, used: Used): RenderReply {
  const { output, trace } = result;
  try {
    const { overrides } = result;
    const language = outputLanguage(view, output);
    const problems = language === "json" ? jsonProblems(output) : [];
    const parts = trace.map((part) => partOf(view, part));
    return { status: "rendered", output, language, parts, problems, overrides, ...used };
  } catch (error) {
    // What a template leaves in `$context` may be nested without end.
    if (!(error instanceof VtlRenderError)) throw error;
    return { ...failure(view, error), ...used };
  }
}

function failure(view: TemplateView, error: VtlRenderError) {
  const { code, message, hint, documentationUrl, range } = error;
  const place = view.toDocumentRange(range);
  return {
    status: "failed" as const,
    code,
    message,
    documentationUrl,
    ...(hint !== undefined && { hint }),
    ...(place && { range: place }),
  };
}

function partOf(view: TemplateView, { outputStart, outputEnd, range }: TracedResult["trace"][number]): RenderedPart {
  const place = view.toDocumentRange(range);
  const { start, end } = range;
  return { outputStart, outputEnd, templateStart: start, templateEnd: end, ...(place && { range: place }) };
}
