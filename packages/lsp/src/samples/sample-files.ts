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
  /** Globs of the configuration, and the folder that they start from. */
  readonly globs: readonly string[];
  readonly configFolder: string | undefined;
}

/** A folder without end is somebody's mistake. */
const MOST_FOLDERS = 500;

/**
 * The sample files of a template. By convention they lie beside it: `NAME.sample.json` and `NAME.LABEL.sample.json` with
 * what is expected in `NAME.LABEL.expected.EXT`, or `event.json` and `event-LABEL.json` with `expected-LABEL.EXT` for
 * the one template of a folder. Of a file with several templates each has its own, `NAME.ROLE.sample.json` and
 * `NAME.ROLE.LABEL.sample.json`. The configuration may name others.
 */
export async function findSampleFiles({
  host,
  uri,
  role,
  alone,
  embedded,
  globs,
  configFolder,
}: SampleSearch): Promise<readonly SampleFile[]> {
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  const entries = await host.listFolder(folder.slice(0, -1));
  const names = entries.filter((entry) => !entry.folder).map(({ name }) => name);
  const { path } = URI.parse(uri);
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const samples = [
    ...(role === undefined ? [] : besideTemplate(names, `${stem}.${role}`, folder)),
    ...(alone ? besideTemplate(names, stem, folder) : []),
    ...(embedded ? [] : forFolder(names, folder)),
  ].filter((sample, i, all) => all.findIndex(({ uri: other }) => other === sample.uri) === i);
  if (configFolder !== undefined && globs.length > 0) {
    for (const path of await listFiles(host, configFolder)) {
      if (!globs.some((glob) => matchesGlob(path, glob))) continue;
      const found = configFolder + path.split("/").map(encodeURIComponent).join("/");
      if (!samples.some((sample) => sample.uri === found)) samples.push({ uri: found, label: labelOfPath(path) });
    }
  }
  return samples;
}

function besideTemplate(names: readonly string[], stem: string, folder: string): SampleFile[] {
  const samples = names.filter((name) => name.startsWith(`${stem}.`) && /\.sample\.(?:json|ya?ml)$/.test(name)).sort();
  return samples.map((name) => {
    const key = name.replace(/\.sample\.\w+$/, "");
    const label = key === stem ? stem : key.slice(stem.length + 1);
    return sampleOf(
      folder,
      name,
      label,
      names.find((other) => other.startsWith(`${key}.expected.`) || other === `${key}.expected`),
    );
  });
}

function forFolder(names: readonly string[], folder: string): SampleFile[] {
  // With more than one template nobody can say whose event it is.
  if (names.filter((name) => /\.(?:vtl|vm)$/.test(name)).length !== 1) return [];
  const samples = names.filter((name) => /^event(?:-[^.]+)?\.(?:json|ya?ml)$/.test(name)).sort(byLength);
  return samples.map((name) => {
    const label = name.replace(/\.\w+$/, "");
    const expected = label.replace(/^event/, "expected");
    return sampleOf(
      folder,
      name,
      label,
      names.find((other) => other.replace(/\.\w+$/, "") === expected),
    );
  });
}

/** `event.json` comes before `event-2.json`. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function sampleOf(folder: string, name: string, label: string, expected: string | undefined): SampleFile {
  const uriOf = (file: string): string => folder + encodeURIComponent(file);
  return { uri: uriOf(name), label, ...(expected !== undefined && { expectedUri: uriOf(expected) }) };
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
