import type { TemplateEvent } from "@apigw-vtl/compiler";
import { sampleEvent } from "@apigw-vtl/linter";
import { URI } from "vscode-uri";
import type { Documents } from "../documents/documents.js";
import type { ReadTemplate } from "../documents/template-reading.js";
import type { TemplateView } from "../documents/template-view.js";
import type { LspHost } from "../host/lsp-host.js";
import type { SampleFile } from "../requests/sample.js";
import type { TemplatePlace } from "../requests/templates.js";
import { readSample } from "./read-sample.js";
import { findSampleFiles } from "./sample-files.js";
import { sampleRole } from "./sample-name.js";

/** The event that a template is tried with. */
export type ActiveSample =
  | { readonly event: TemplateEvent; readonly uri?: string }
  /** The file of the chosen sample cannot be used. */
  | { readonly problem: string; readonly uri: string };

/** The samples of templates, and which one is active. */
export class Samples {
  readonly #host: LspHost;
  readonly #documents: Documents;
  /** Chosen samples by template. */
  readonly #chosen = new Map<string, string>();
  readonly #files = new Map<string, Promise<readonly SampleFile[]>>();
  /** What was read of a sample file, the newest version of each, by what it is to a template. */
  readonly #events = new Map<string, Map<string, Promise<ActiveSample>>>();

  constructor(host: LspHost, documents: Documents) {
    this.#host = host;
    this.#documents = documents;
    documents.onInvalidate(() => this.#forget());
    documents.onChange((uri) => this.#events.delete(uri));
    documents.onClose((uri) => this.#events.delete(uri));
  }

  /** Chooses the sample of a template, by default of a file that is one; `undefined`: the first that is found. */
  choose({ uri, address = "" }: TemplatePlace, sample: string | undefined): void {
    if (sample === undefined) this.#chosen.delete(`${uri}#${address}`);
    else this.#chosen.set(`${uri}#${address}`, sample);
  }

  chosen(view: TemplateView): string | undefined {
    return this.#chosen.get(keyOf(view));
  }

  filesOf(view: TemplateView): Promise<readonly SampleFile[]> {
    const known = this.#files.get(keyOf(view));
    if (known !== undefined) return known;
    const finding = this.#findFiles(view);
    this.#files.set(keyOf(view), finding);
    return finding;
  }

  async #findFiles(view: TemplateView): Promise<readonly SampleFile[]> {
    const { uri, config, embedded } = view;
    const alone = !embedded || (await this.#documents.viewsOfFile(uri))?.views.length === 1;
    const configured = config.samples.map(({ folder, glob }) => ({
      glob,
      folder: URI.parse(uri).with({ path: folder }).toString(),
    }));
    const search = { role: sampleRole(view), alone, embedded, configured };
    return findSampleFiles({ host: this.#host, uri, ...search });
  }

  /** The chosen sample, else the first that is found, else a made one. */
  async activeFor(view: TemplateView): Promise<ActiveSample> {
    return (await this.fileFor(view)) ?? { event: view.derive(madeEvent) };
  }

  /** The chosen sample, else the first that is found: to make one takes longer than a keystroke may. */
  async fileFor(view: TemplateView): Promise<ActiveSample | undefined> {
    const uri = this.chosen(view) ?? (await this.filesOf(view))[0]?.uri;
    return uri === undefined ? undefined : this.read(uri, view);
  }

  /** The event of a sample file, for a template. */
  read(uri: string, view: TemplateView): Promise<ActiveSample> {
    const { apiType, routeKey, httpMethod, path } = view.facts;
    const key = JSON.stringify([view.config.dialect, apiType, routeKey, httpMethod, path]);
    const known = this.#events.get(uri) ?? new Map<string, Promise<ActiveSample>>();
    this.#events.set(uri, known);
    const event = known.get(key) ?? this.#read(uri, view);
    known.set(key, event);
    return event;
  }

  async #read(uri: string, { config: { dialect }, facts }: TemplateView): Promise<ActiveSample> {
    const text = await this.#documents.read(uri);
    if (text === undefined) return { problem: "The sample file does not exist.", uri };
    if (typeof text !== "string") return { problem: `${text.message}.`, uri };
    return { ...readSample(text, { isYaml: /\.ya?ml$/.test(uri), dialect, facts }), uri };
  }

  #forget(): void {
    this.#files.clear();
    this.#events.clear();
  }
}

function keyOf({ uri, template }: TemplateView): string {
  return `${uri}#${template.address}`;
}

/** An event made for a template; to be derived, since that takes a while. */
export function madeEvent(template: ReadTemplate): TemplateEvent {
  return newSample(template).event;
}

/** An event to start from, by the model that the method declares or by what the template reads. */
export function newSample({ source, facts, holes, config }: ReadTemplate): ReturnType<typeof sampleEvent> {
  return sampleEvent(source, { facts, holes, dialect: config.dialect });
}
