import {
  type FileAccess,
  type FileText,
  isWithin,
  ProjectReader,
  type ReadScope,
  repositoryOf,
  resolvePath,
} from "@apigw-vtl/definitions";
import { URI } from "vscode-uri";
import type { SettingsStore } from "../configuration/settings.js";
import type { FolderEntry, LspHost } from "../host/lsp-host.js";
import type { Client } from "../server/client.js";

/**
 * Reads the files of the client's project by their URIs: those in its folders, and those around documents that it has
 * open elsewhere. What else a file names is not read.
 */
export class WorkspaceReader {
  readonly #host: LspHost;
  readonly #client: Pick<Client, "folders">;
  readonly #settings: SettingsStore;
  /** Of open documents outside of the folders: the folder or repository around each. */
  readonly #around = new Map<string, Promise<string>>();
  readonly #readers = new Map<string, Promise<ProjectReader>>();

  constructor(host: LspHost, client: Pick<Client, "folders">, settings: SettingsStore) {
    this.#host = host;
    this.#client = client;
    this.#settings = settings;
  }

  get #folders(): readonly string[] {
    return this.#client.folders.map((uri) => uri.replace(/\/$/, ""));
  }

  /** The text of a file, or why it is not read. Never rejects. */
  async read(uri: string): Promise<FileText> {
    const file = URI.parse(uri);
    return (await this.#readerFor(file)).read(file.path);
  }

  /** What a folder of the project holds; nothing of one outside. */
  async list(uri: string): Promise<readonly FolderEntry[]> {
    const folder = URI.parse(uri);
    const entry = await (await this.#readerFor(folder)).inspect(folder.path);
    return "reason" in entry ? [] : this.#host.listFolder(uri);
  }

  /** Lets what is around a document be read while it is open. */
  opened(uri: string): void {
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    if (this.#folders.some((root) => isWithin(root, uri)) || !URI.parse(uri).path.startsWith("/")) return;
    this.#around.set(
      uri,
      repositoryOf(folder, (place) => this.#host.listFolder(place)).then((root) => root ?? folder),
    );
    this.#readers.clear();
  }

  closed(uri: string): void {
    if (this.#around.delete(uri)) this.#readers.clear();
  }

  /** Forgets the settings and what links lead to. */
  clear(): void {
    this.#readers.clear();
  }

  /** The files of a place by the paths of its URIs, for those who read more than the project. */
  accessAt(uri: string): FileAccess {
    const place = URI.parse(uri);
    const uriOf = (path: string): string => place.with({ path }).toString();
    return {
      absolute: (path) => resolvePath("", path),
      inspect: (path) => this.#host.inspectFile(uriOf(path)),
      read: (path, limit) => this.#host.readFile(uriOf(path), limit),
    };
  }

  /** The folders that may be read at a document's place, as paths. */
  async scopeAt(uri: string): Promise<ReadScope> {
    const place = placeOf(URI.parse(uri));
    const around = await Promise.all(this.#around.values());
    const roots = [...this.#folders, ...around]
      .map((root) => URI.parse(root))
      .filter((root) => placeOf(root) === place)
      .map(({ path }) => path.replace(/(.)\/$/, "$1"));
    return { roots, allowOutside: this.#settings.current.allowOutside.filter((path) => /^(?:[a-z]:)?\//i.test(path)) };
  }

  #readerFor(file: URI): Promise<ProjectReader> {
    const place = placeOf(file);
    const known = this.#readers.get(place);
    if (known !== undefined) return known;
    const uri = file.toString();
    const reader = this.scopeAt(uri).then((scope) => new ProjectReader(this.accessAt(uri), scope));
    this.#readers.set(place, reader);
    return reader;
  }
}

const placeOf = ({ scheme, authority }: URI): string => `${scheme}://${authority}`;
