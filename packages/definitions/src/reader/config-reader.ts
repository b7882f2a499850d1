import type { FileAccess, FileText } from "./file-access.js";
import { isWithin, ProjectReader, type ReadScope } from "./project-reader.js";

/**
 * Reads configuration files. Those of folders around the project are the user's, and may extend what is beside them; those
 * in the project may extend what is in it, and files of installed packages, wherever the package manager keeps these.
 */
export class ConfigReader {
  readonly #access: FileAccess;
  readonly #scope: ReadScope;
  readonly #project: ProjectReader;

  constructor(access: FileAccess, scope: ReadScope) {
    this.#access = access;
    this.#scope = scope;
    this.#project = new ProjectReader(access, scope);
  }

  /** The text of a configuration, or of one that `from` extends. */
  async read(path: string, from?: string): Promise<FileText> {
    const folder = folderOf(from ?? path);
    const isAround = !this.#scope.roots.some((root) => isWithin(root, folder));
    // Whoever runs the program owns what is around the project, or has named it.
    if (isAround) return new ProjectReader(this.#access, { roots: [folder], allowOutside: [] }).read(path);
    const text = await this.#project.read(path);
    const isRefused = typeof text === "object" && text.reason === "outside";
    if (!isRefused || from === undefined || !isOfPackage(path)) return text;
    const { realPath } = await this.#access.inspect(path);
    if (!isOfPackage(realPath)) return text;
    return new ProjectReader(this.#access, { roots: [folderOf(realPath)], allowOutside: [] }).read(realPath);
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/")) || "/";

/** Links into a package's folder lead where the package manager has put it, which is a `node_modules` too. */
const isOfPackage = (path: string): boolean => /\/node_modules\/.+\.(?:json|ya?ml)$/.test(path);
