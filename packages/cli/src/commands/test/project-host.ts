import { type FoundTemplate, otherVelocity } from "@apigw-vtl/definitions";
import { type FileText, ProjectReader, type ReadScope } from "@apigw-vtl/definitions/files";
import { ReadFiles, type TestHost } from "@apigw-vtl/testing/core";
import type { Configurations } from "../../configuration/configurations.js";
import { grammarLoader } from "../../project/load-grammar.js";
import type { Session } from "../../session.js";

/** The files of a project for tests; each is read once. */
export class ProjectHost implements TestHost {
  readonly #session: Session;
  readonly #configurations: Configurations;
  readonly #files: ReadFiles;
  readonly loadGrammar: NonNullable<TestHost["loadGrammar"]>;

  readonly counts: boolean;

  constructor(
    session: Session,
    scope: ReadScope,
    { configurations, counts }: { readonly configurations: Configurations; readonly counts: boolean },
  ) {
    this.counts = counts;
    this.#session = session;
    const reader = new ProjectReader(session.io.fileAccess, scope);
    this.#files = new ReadFiles((path) => reader.read(path));
    this.#configurations = configurations;
    this.loadGrammar = grammarLoader(session.io);
  }

  readonly readFile = (path: string): Promise<FileText> => this.#files.read(path);

  readonly listFolder = async (folder: string): Promise<readonly string[]> => {
    const entries = await this.#session.io.readFolder(folder === "" ? "." : folder).catch(() => []);
    return entries
      .filter(({ kind }) => kind === "file")
      .map(({ name }) => name)
      .sort();
  };

  readonly now = (): number => this.#session.io.now();

  readonly dialectOf = async (path: string) => (await this.#configurations.for(path)).dialect;

  /** Whether it is one of API Gateway's, or of the dialect that the configuration names. */
  async isMappingTemplate(found: FoundTemplate): Promise<boolean> {
    return otherVelocity(found) === undefined || (await this.#configurations.for(found.file)).isDialectGiven;
  }

  /** The text of a file that was read; else empty. */
  textOf(path: string): string {
    return this.#files.textOf(path);
  }

  /** Whether a file was there and could be read. */
  has(path: string): boolean {
    return this.#files.has(path);
  }
}
