import { LineIndex } from "@apigw-vtl/compiler";
import {
  DefinitionFiles,
  definitionFiles,
  type FileText,
  type FoundTemplate,
  type FoundTemplates,
  findTemplates,
  formatOf,
  ProjectReader,
  type ReadScope,
  readDefinition,
  type TemplateHost,
  type TextRange,
  usesOf,
} from "@apigw-vtl/definitions";
import type { SelectedFile } from "../files/find-files.js";
import type { Io } from "../io/io.js";
import { readNamed } from "../io/read-named.js";
import type { FileEdit } from "../io/write-files.js";
import { grammarLoader } from "./load-grammar.js";

/** Where a range begins and ends, in lines and columns from 1. */
export interface LineRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The columns in bytes of UTF-8, where they are others than in UTF-16 units. */
  readonly byteColumn?: number;
  readonly endByteColumn?: number;
}

/** What a file and those that it refers to hold. */
export interface FileTemplates extends FoundTemplates {
  /** Paths of the files that it refers to, whether or not they are there, and of folders, which end in `/`. */
  readonly referred: readonly string[];
}

/** The files of a project, searched for templates. What was read of a file or a folder counts as long as this lives. */
export class ProjectFiles {
  readonly #io: Io;
  readonly #reader: ProjectReader;
  readonly #texts = new Map<string, string>();
  /** Why files are not read; `undefined` for those that are not there. */
  readonly #unread = new Map<string, Exclude<FileText, string>>();
  readonly #folders = new Map<string, Promise<readonly string[]>>();
  readonly #lines = new Map<string, LineIndex>();
  /** Texts that count instead of those on disk, with what they were before the first edit. */
  readonly #edits = new Map<string, FileEdit>();
  readonly #given: ReadonlyMap<string, string>;
  readonly #parsed = new DefinitionFiles();
  /** One for all searches: grammars are kept by their loader. */
  readonly #loadGrammar: NonNullable<TemplateHost["loadGrammar"]>;

  /** `given` texts count instead of those on disk. */
  constructor(io: Io, scope: ReadScope, given: ReadonlyMap<string, string> = new Map()) {
    this.#io = io;
    this.#reader = new ProjectReader(io.fileAccess, scope);
    this.#given = given;
    this.#loadGrammar = grammarLoader(io);
  }

  /**
   * What a file and those that it refers to hold. Throws an `InputError` if the file cannot be read. A file of no known
   * kind that the user named is a template. With `isAsked` it tells what is wrong with any file that the user named.
   */
  async search({ path, named }: SelectedFile, isAsked = false): Promise<FileTemplates> {
    // What was read once counts: ranges of another search are places in it, whoever saves the file meanwhile.
    const known = this.#texts.get(path) ?? this.#given.get(path);
    const text = known ?? (await readNamed(path, this.#reader, this.#io));
    this.#texts.set(path, text);
    const format = formatOf(path, text) ?? (named ? "template" : undefined);
    if (format === undefined) return { templates: [], routes: [], references: [], diagnostics: [], referred: [] };
    const referred = new Set<string>();
    const readFile = (other: string) => {
      referred.add(other);
      return this.#readReferred(other);
    };
    const listFolder = (folder: string) => {
      referred.add(folder);
      return this.#namesIn(folder);
    };
    const host = { readFile, listFolder, loadGrammar: this.#loadGrammar };
    const file = { path, text, format, isAsked: isAsked && named };
    return { ...(await findTemplates(file, host, this.#parsed)), referred: [...referred] };
  }

  /** The text that a template has in a deployment with the given parameters; `undefined` if it is not part of one. */
  async deployedText(
    template: FoundTemplate,
    parameters: Readonly<Record<string, string>>,
  ): Promise<string | undefined> {
    const { definition: path = "", api } = template.use ?? {};
    const host = {
      readFile: (other: string) => this.#readReferred(other),
      listFolder: (folder: string) => this.#namesIn(folder),
      loadGrammar: this.#loadGrammar,
    };
    const text = await host.readFile(path);
    if (typeof text !== "string") return undefined;
    const files = await definitionFiles({ path, text }, host);
    const { definition } = await readDefinition(files, host, { parameters, ...(api !== undefined && { api }) });
    return definition && usesOf(definition, template)[0]?.template.text;
  }

  /** Puts a text in the place of a file's; the next search sees it. */
  edit(path: string, text: string): void {
    const { before } = this.#edits.get(path) ?? { before: this.textOf(path) };
    this.#edits.set(path, { path, before, after: text });
    this.#texts.set(path, text);
    this.#lines.delete(path);
  }

  /** The files that were edited. */
  get edits(): readonly FileEdit[] {
    return [...this.#edits.values()];
  }

  /** The text of a file that a search came across. */
  textOf(path: string): string {
    return this.#texts.get(path) ?? "";
  }

  /** Whether such a file is there. */
  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** Where offsets of such a file are. */
  linesOf(path: string, { start, end }: TextRange): LineRange {
    const text = this.textOf(path);
    const lines = this.#lines.get(path) ?? new LineIndex(text);
    this.#lines.set(path, lines);
    const from = lines.position(start);
    const to = lines.position(end);
    const byteColumn = byteColumnOf(text, start, from.column);
    const endByteColumn = byteColumnOf(text, end, to.column);
    return {
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      ...(byteColumn !== from.column && { byteColumn }),
      ...(endByteColumn !== to.column && { endByteColumn }),
    };
  }

  #namesIn(folder: string): Promise<readonly string[]> {
    const names = this.#folders.get(folder) ?? this.#listFolder(folder);
    this.#folders.set(folder, names);
    return names;
  }

  async #listFolder(folder: string): Promise<readonly string[]> {
    try {
      // What lies outside of the project is not listed either.
      if ("reason" in (await this.#reader.inspect(folder))) return [];
      const entries = await this.#io.readFolder(folder === "" ? "." : folder);
      return entries.flatMap(({ name, kind }) => (kind === "file" ? [name] : kind === "folder" ? [`${name}/`] : []));
    } catch {
      return [];
    }
  }

  /** What is not read the finder reports where the reference stands. */
  async #readReferred(path: string): Promise<FileText> {
    const known = this.#texts.get(path) ?? this.#given.get(path);
    if (known !== undefined) return known;
    if (this.#unread.has(path)) return this.#unread.get(path);
    const text = await this.#reader.read(path);
    if (typeof text === "string") this.#texts.set(path, text);
    else this.#unread.set(path, text);
    return text;
  }
}

/** The column in bytes of UTF-8 of an offset whose column in UTF-16 units is known. */
function byteColumnOf(text: string, offset: number, column: number): number {
  return Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1;
}
