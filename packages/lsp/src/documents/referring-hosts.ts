import { formatOf, isTemplateFile } from "@apigw-vtl/definitions";
import { URI } from "vscode-uri";
import type { Services } from "../server/services.js";
import { projectFiles } from "./project-files.js";

/** More than name a part of a definition, unless its name says nothing. */
const MOST_HOSTS = 10;

type Needed = Pick<Services, "documents" | "host" | "client" | "report">;

/** Looks, once for each file with templates that it does not say the methods of, for the files of the project that name it. */
export class ReferringHosts {
  readonly #searches = new Map<string, Promise<void>>();

  constructor(services: Needed) {
    const { documents, report } = services;
    documents.onInvalidate(() => this.#searches.clear());
    documents.onChange((uri) => {
      if (!this.#searches.has(uri)) this.#searches.set(uri, search(uri, services).catch(report));
    });
  }

  /** Resolves once all that name an open document have been looked for. */
  async found(uri: string): Promise<void> {
    await this.#searches.get(uri);
  }
}

async function search(uri: string, services: Needed): Promise<void> {
  const { documents } = services;
  const isTemplate = isTemplateFile(uri);
  if (!isTemplate && !(await isPart(uri, services))) return;
  const hosts = await filesNaming(uri, services);
  // Parsing is what takes time: most files name no templates.
  for (const host of isTemplate ? hosts : hosts.slice(0, MOST_HOSTS)) await documents.viewsOfFile(host);
}

/** Whether a YAML or JSON file has templates that another file may say more about. */
async function isPart(uri: string, { documents }: Needed): Promise<boolean> {
  const format = formatOf(URI.parse(uri).path, "");
  if (format !== "yaml" && format !== "json") return false;
  const found = await documents.viewsOf(uri);
  return found?.views.some(({ template }) => template.use === undefined) === true;
}

/** The host files of the project whose text has the name of a file in it, as URIs. */
async function filesNaming(uri: string, { documents, host, client }: Needed): Promise<readonly string[]> {
  const name = URI.parse(uri).path.replace(/^.*\//s, "");
  const files: string[] = [];
  for (const file of await projectFiles(host, client.folders)) {
    if (file === uri || isTemplateFile(file)) continue;
    const text = await documents.read(file);
    if (typeof text === "string" && text.includes(name)) files.push(file);
  }
  return files;
}
