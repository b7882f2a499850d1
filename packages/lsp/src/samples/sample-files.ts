import { folderOf, namedSamples } from "@apigw-vtl/definitions";
import { matchesGlob } from "@apigw-vtl/linter";
import { URI } from "vscode-uri";
import type { LspHost } from "../host/lsp-host.js";
import type { SampleFile } from "../requests/sample.js";

/** Where samples are looked for. */
export interface SampleSearch {
  readonly host: LspHost;
  /** The file that holds the template. */
  readonly uri: string;
  /** What of several templates of that file it is; see `sample-name.ts`. */
  readonly role: string | undefined;
  /** Whether samples that name no template of the file are for this one: it is the only one. */
  readonly alone: boolean;
  /** Whether it stands in a host file. */
  readonly embedded: boolean;
  /** Globs of the configuration, and the folders that they start from, as URIs that end in a slash. */
  readonly configured: readonly { readonly folder: string; readonly glob: string }[];
}

/** A folder without end is somebody's mistake. */
const MOST_FOLDERS = 500;

/** The sample files of a template: those beside it by their names, and those that the configuration names. */
export async function findSampleFiles({
  host,
  uri,
  role,
  alone,
  embedded,
  configured,
}: SampleSearch): Promise<readonly SampleFile[]> {
  const folder = folderOf(uri);
  const entries = await host.listFolder(folder.slice(0, -1));
  const names = entries.filter((entry) => !entry.folder).map(({ name }) => name);
  const { path } = URI.parse(uri);
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const uriOf = (name: string): string => folder + encodeURIComponent(name);
  const samples: SampleFile[] = namedSamples(names, { stem, role, alone, embedded }).map(
    ({ event, label, expected }) => ({
      uri: uriOf(event),
      label,
      ...(expected !== undefined && { expectedUri: uriOf(expected) }),
    }),
  );
  for (const from of new Set(configured.map((one) => one.folder))) {
    const globs = configured.filter((one) => one.folder === from).map(({ glob }) => glob);
    for (const path of await listFiles(host, from)) {
      if (!globs.some((glob) => matchesGlob(path, glob))) continue;
      const found = from + path.split("/").map(encodeURIComponent).join("/");
      if (!samples.some((sample) => sample.uri === found)) samples.push({ uri: found, label: labelOfPath(path) });
    }
  }
  return samples;
}

function labelOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/(?:\.sample)?\.\w+$/, "");
}

/** The files below a folder, as paths from it; folders that hold no sources are left out. */
async function listFiles(host: LspHost, root: string): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [""];
  for (let visited = 0; pending.length > 0 && visited < MOST_FOLDERS; visited++) {
    const path = pending.shift() ?? "";
    for (const { name, folder } of await host.listFolder(root + path)) {
      if (!folder) files.push(path + name);
      else if (name !== "node_modules" && !name.startsWith(".")) pending.push(`${path}${name}/`);
    }
  }
  return files.sort();
}
