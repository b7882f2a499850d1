import { folderOf } from "@apigw-vtl/definitions/files";
import type { Configurations } from "../../configuration/configurations.js";
import { digestOf } from "../../files/digest.js";
import { digestOfFolder, isFolder } from "../../files/folder-digest.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { Io } from "../../io/io.js";
import type { ProjectFiles } from "../../project/project-files.js";

/** A file or folder that findings depend on; without a digest, one that is not there. */
export interface Dependency {
  readonly path: string;
  readonly digest?: string;
}

/** What the findings of a file depend on beside it. */
export interface Dependencies {
  /** Files that it refers to, and folders that were listed for it. */
  readonly referred: readonly Dependency[];
  /** The configurations of the file and of those. */
  readonly configured: readonly Dependency[];
}

/** Tells what files were when the linter read them. All files of a module depend on each other: a digest is taken once. */
export class DependencyReader {
  readonly #project: ProjectFiles;
  readonly #configurations: Configurations;
  readonly #io: Io;
  readonly #digests = new Map<string, Promise<Dependency>>();

  constructor(project: ProjectFiles, configurations: Configurations, io: Io) {
    this.#project = project;
    this.#configurations = configurations;
    this.#io = io;
  }

  async read(path: string, referred: readonly string[]): Promise<Dependencies> {
    return {
      referred: await Promise.all(referred.map((each) => this.#dependency(each, () => this.#digestOf(each)))),
      configured: await this.#configured([path, ...referred]),
    };
  }

  /** All files of a folder have one configuration. */
  async #configured(paths: readonly string[]): Promise<readonly Dependency[]> {
    const folders = new Map(paths.map((path) => [folderOf(path), path]));
    const sources = await Promise.all(Array.from(folders.values(), (path) => this.#configurations.sourcesOf(path)));
    const texts = new Map(sources.flatMap((each) => [...each]));
    return Promise.all(
      Array.from(texts, ([path, text]) => {
        return this.#dependency(path, async () => (typeof text === "string" ? digestOf(text) : undefined));
      }),
    );
  }

  #dependency(path: string, take: () => Promise<string | undefined>): Promise<Dependency> {
    const known =
      this.#digests.get(path) ?? take().then((digest) => ({ path, ...(digest !== undefined && { digest }) }));
    this.#digests.set(path, known);
    return known;
  }

  async #digestOf(path: string): Promise<string | undefined> {
    if (isFolder(path)) return digestOfFolder(path, this.#io);
    return this.#project.has(path) ? digestOf(encodeUtf8(this.#project.textOf(path))) : undefined;
  }
}
