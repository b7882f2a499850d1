import { LineIndex } from "@apigw-vtl/compiler";
import {
  type FoundTemplates,
  findTemplates,
  formatOf,
  type GrammarName,
  type TemplateHost,
  type TextRange,
} from "@apigw-vtl/templates";
import type { SelectedFile } from "../files/find-files.js";
import { decodeUtf8 } from "../io/encoding.js";
import { InputReader } from "../io/input-reader.js";
import type { Io } from "../io/io.js";

/** Where a range begins and ends, in lines and columns from 1. */
export interface LineRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The files of a project, searched for templates. Texts of those that hold some are kept. */
export class ProjectFiles {
  readonly #io: Io;
  readonly #texts = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
  /** One for all searches: grammars are kept by host. */
  readonly #host: TemplateHost;

  constructor(io: Io) {
    this.#io = io;
    this.#host = {
      readFile: (path) => this.#readReferred(path),
      loadGrammar: (grammar) => io.readAsset(assetOf(grammar)),
    };
  }

  /**
   * What a file and those that it refers to hold. Throws an `InputError` if the file cannot be read. A file of no known
   * kind that the user named is a template.
   */
  async search({ path, named }: SelectedFile): Promise<FoundTemplates> {
    const { text } = await new InputReader(this.#io).read(path);
    const format = formatOf(path, text) ?? (named ? "template" : undefined);
    if (format === undefined) return { templates: [], diagnostics: [] };
    const found = await findTemplates({ path, text, format }, this.#host);
    if (found.templates.length + found.diagnostics.length > 0) this.#texts.set(path, text);
    return found;
  }

  /** The text of a file that a search came across. */
  textOf(path: string): string {
    return this.#texts.get(path) ?? "";
  }

  /** Where offsets of such a file are. */
  linesOf(path: string, { start, end }: TextRange): LineRange {
    const lines = this.#lines.get(path) ?? new LineIndex(this.textOf(path));
    this.#lines.set(path, lines);
    const from = lines.position(start);
    const to = lines.position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** A file that cannot be read is a file that is not there: the finder reports it where the reference stands. */
  async #readReferred(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    try {
      const text = decodeUtf8(await this.#io.readFile(path), path);
      this.#texts.set(path, text);
      return text;
    } catch {
      return undefined;
    }
  }
}

/** The names that the build publishes them under. */
const assetOf = (grammar: GrammarName): string =>
  grammar === "runtime" ? "web-tree-sitter.wasm" : `tree-sitter-${grammar}.wasm`;
