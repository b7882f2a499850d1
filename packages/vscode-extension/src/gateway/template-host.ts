import type { TemplateHost } from "@apigw-vtl/definitions";
import type { Services } from "@apigw-vtl/lsp";
import { URI } from "vscode-uri";

/** A path of the place that a URI is of, as a URI. */
export const uriOfPath = (place: string, path: string): string => URI.parse(place).with({ path }).toString();

/** Files by the paths of a document's place; what is open in an editor counts. */
export function templateHost(place: string, { documents, host }: Services): Required<TemplateHost> {
  return {
    readFile: (path) => documents.read(uriOfPath(place, path)),
    listFolder: async (folder) => {
      const entries = await host.listFolder(uriOfPath(place, folder.replace(/(?<=.)\/$/, "")));
      return entries.filter((entry) => !entry.folder).map(({ name }) => name);
    },
    loadGrammar: host.loadGrammar,
  };
}
