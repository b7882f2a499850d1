import type { FileAccess, FileEntry, FileText, RefusedFile } from "./file-access.js";

/** Every engine has it; the types of engines are not among those of this package. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Larger than what the service takes of anything (an API's definition: 6 MB), and small enough to be read at once. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** Folders that hold what may be read; absolute paths. */
export interface ReadScope {
  readonly roots: readonly string[];
  /** Files and folders beside the roots that the user permits. */
  readonly allowOutside: readonly string[];
}

/**
 * Reads the files that a project names, in whatever way: a stranger may have written the names. What is read is a regular
 * file of text, not too large, in a root or where the user permits it, by its own path and by that which its links lead
 * to; nothing else is opened, and what lies outside is not even looked up. Git's own folder is no part of a project: it
 * holds credentials.
 */
export class ProjectReader {
  readonly #access: FileAccess;
  readonly #scope: ReadScope;
  #places: Promise<readonly string[]> | undefined;

  constructor(access: FileAccess, scope: ReadScope) {
    this.#access = access;
    this.#scope = scope;
  }

  /** The text of a file by a path as it was given; never rejects. */
  async read(path: string): Promise<FileText> {
    const bytes = await this.readBytes(path);
    if (!(bytes instanceof Uint8Array)) return bytes;
    try {
      // A byte order mark is part of a template: the service would print it.
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return { reason: "no-text", message: `${path} is not UTF-8 text` };
    }
  }

  /** The same without a look at what the bytes are. */
  async readBytes(path: string): Promise<Uint8Array | RefusedFile | undefined> {
    const entry = await this.inspect(path);
    if ("reason" in entry) return entry;
    if (entry.kind === "nothing") return undefined;
    const refused = refusalOf(path, entry);
    if (refused !== undefined) return refused;
    try {
      const bytes = await this.#access.read(entry.realPath, LARGEST_FILE + 1);
      // Some files grow, and some do not tell their size.
      return bytes.length > LARGEST_FILE ? tooLarge(path) : bytes;
    } catch {
      return { reason: "unreadable", message: `${path} cannot be read` };
    }
  }

  /** What is at a path, or why the project may not read and write there; a file that is not there yet may be made. */
  async inspect(path: string): Promise<FileEntry | RefusedFile> {
    const absolute = this.#access.absolute(path);
    const { roots, allowOutside } = this.#scope;
    // Before anything is touched: on Windows a look at a share already tells its server who asks.
    const named = [...roots, ...allowOutside];
    if (!this.#holds(named, absolute) && !this.#holds(await this.#realPlaces(), absolute)) return this.#outside(path);
    const entry = await this.#access.inspect(absolute);
    return this.#holds(await this.#realPlaces(), entry.realPath) ? entry : this.#outside(path);
  }

  #holds(places: readonly string[], absolute: string): boolean {
    return places.some((place) => isWithin(place, absolute) && !isGits(absolute.slice(place.length)));
  }

  #outside(path: string): RefusedFile {
    const [root = ""] = this.#scope.roots;
    const message = isGits(path)
      ? `${path} belongs to Git and is not read`
      : `${path} leads out of ${root} and is not read; allowOutside permits it`;
    return { reason: "outside", message };
  }

  #realPlaces(): Promise<readonly string[]> {
    this.#places ??= Promise.all(
      [...this.#scope.roots, ...this.#scope.allowOutside].map(async (place) => {
        return (await this.#access.inspect(place)).realPath;
      }),
    );
    return this.#places;
  }
}

/** Whether a path is a folder or something in it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

const isGits = (path: string): boolean => path.toLowerCase().split("/").includes(".git");

function refusalOf(path: string, { kind, size }: FileEntry): RefusedFile | undefined {
  if (kind === "folder") return { reason: "no-file", message: `${path} is a folder` };
  if (kind === "other") {
    return { reason: "no-file", message: `${path} is a device, a pipe or a socket: files alone are read` };
  }
  return size > LARGEST_FILE ? tooLarge(path) : undefined;
}

function tooLarge(path: string): RefusedFile {
  const limit = LARGEST_FILE / 1024 / 1024;
  return { reason: "too-large", message: `${path} has more than ${limit} MB, the most that is read` };
}
