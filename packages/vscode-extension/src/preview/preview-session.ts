import {
  type EventSource,
  ProveRequest,
  type RenderReply,
  RenderRequest,
  SamplesRequest,
  type TemplatePlace,
  type TemplateSummary,
} from "@apigw-vtl/lsp";
import { Uri, workspace } from "vscode";
import type { Server } from "../client/server.js";
import { type StepsReply, StepsRequest } from "../gateway/steps-request.js";
import { difference } from "./difference.js";
import { contentOf } from "./preview-content.js";
import type { PreviewView } from "./preview-memory.js";
import type { PreviewContent, PreviewState, SampleChoice } from "./protocol.js";
import { requestFacts } from "./request-facts.js";
import { BREAKING, choose, eventSourceOf, MADE_SAMPLE, sampleChoices } from "./sample-choices.js";
import { stepsContent } from "./steps-content.js";
import { factsOf } from "./template-facts.js";

/** One template in the preview: what was chosen for it, and what was rendered last. */
export class PreviewSession {
  readonly place: Pick<TemplateSummary, "uri" | "address">;
  readonly #server: Server;
  #template: TemplateSummary;
  #wished: string | undefined;
  #compared: string | undefined;
  #witness: EventSource | undefined;
  /** The sample that was rendered last. */
  #shown: SampleChoice = MADE_SAMPLE;
  #reply: RenderReply | undefined;
  #steps: StepsReply | undefined;

  constructor(server: Server, template: TemplateSummary) {
    this.#server = server;
    this.#template = template;
    this.place = { uri: template.uri, address: template.address };
  }

  /** The last reply of the chosen sample. */
  get reply(): RenderReply | undefined {
    return this.#reply;
  }

  /** The last way through the gateway, if it was asked for. */
  get steps(): StepsReply | undefined {
    return this.#steps;
  }

  /** The chosen sample's file, if it is one. */
  get sampleUri(): string | undefined {
    const { reply } = this;
    return reply !== undefined && "sampleUri" in reply ? reply.sampleUri : undefined;
  }

  /** What is shown as a case: its name and its event, of a request that breaks the template the prover's. */
  get shownCase(): readonly [name: string, source: EventSource | undefined] {
    const { id, label } = this.#shown;
    return [label, id === BREAKING ? undefined : eventSourceOf(id, undefined)];
  }

  /** Whether what is shown depends on a file: the template's own, or one that its API was read from. */
  dependsOn(uri: string): boolean {
    return uri === this.place.uri || this.#steps?.uris.includes(uri) === true;
  }

  isOf({ uri, address }: TemplatePlace): boolean {
    return uri === this.place.uri && address === this.place.address;
  }

  async choose(sample: string): Promise<void> {
    this.#wished = sample;
    if (this.#compared === sample) this.#compared = undefined;
    if (sample !== BREAKING) {
      void this.#server.activateSample(this.place, sample.includes(":") ? sample : undefined);
    } else if (this.#witness === undefined) {
      // It was found by a window that is gone.
      await this.findBreakingRequest();
    }
  }

  compareWith(sample: string | undefined): void {
    this.#compared = sample;
  }

  /** Looks for a request that breaks the output, and chooses it; else says why there is none. */
  async findBreakingRequest(): Promise<string | undefined> {
    const reply = await this.#server.send(ProveRequest, this.place);
    if (reply.status === "broken") {
      this.#witness = { event: reply.event };
      this.#wished = BREAKING;
      return undefined;
    }
    return reply.status === "proved"
      ? "No request breaks this template: its output is proved to be well formed."
      : reply.status === "no-template"
        ? "There is no template here any more."
        : `No request was found that breaks this template: ${reply.reason}`;
  }

  /** Renders anew, and for the view of the steps sends the sample through the gateway. */
  async refresh(view: PreviewView): Promise<PreviewState> {
    const { samples: files } = await this.#server.send(SamplesRequest, this.place);
    const samples = sampleChoices(files, this.#witness !== undefined);
    const shown = choose(this.#wished, samples);
    const chosen = shown.id;
    const compared = samples.find(({ id }) => id === this.#compared && id !== chosen);
    const [reply, other] = await Promise.all([this.#render(chosen), compared && this.#render(compared.id)]);
    this.#reply = reply;
    this.#shown = shown;
    const source = eventSourceOf(chosen, this.#witness);
    this.#steps = view === "steps" ? await this.#server.send(StepsRequest, { ...this.place, source }) : undefined;
    if (reply.status !== "no-template") this.#template = reply.template;
    return {
      title: this.#template.label,
      samples,
      chosen,
      comparedWith: compared?.id,
      facts: factsOf(this.#template),
      request: "event" in reply ? requestFacts(reply.event) : [],
      view,
      ...(this.#steps && { steps: stepsContent(this.#steps, pathOf) }),
      memory: {
        ...this.place,
        chosen,
        ...(compared && { comparedWith: compared.id }),
        ...(view === "steps" && { view }),
      },
      content: compared && other ? compare(shown.label, reply, compared.label, other) : contentOf(reply),
    };
  }

  #render(sample: string): Promise<RenderReply> {
    return this.#server.send(RenderRequest, { ...this.place, source: eventSourceOf(sample, this.#witness) });
  }
}

/** As the workspace names a file. */
const pathOf = (uri: string) => workspace.asRelativePath(Uri.parse(uri));

/** The difference of two outputs; where there is none to show, why the one that failed did. */
function compare(from: string, left: RenderReply, to: string, right: RenderReply): PreviewContent {
  if (left.status !== "rendered") return contentOf(left);
  if (right.status !== "rendered") return contentOf(right);
  return { kind: "difference", from, to, lines: difference(left.output, right.output) };
}
