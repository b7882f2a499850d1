import { LineIndex } from "@apigw-vtl/compiler";
import { folderOf, type TextRange } from "@apigw-vtl/definitions";
import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import type { FileCoverage } from "../coverage/coverage.js";
import { rangeOfLine } from "../coverage/range-of-line.js";

/** What a module of a template has for coverage tools to count: a function for each line, and one for each branch. */
export interface CountingFunctions {
  /** In the order of the file; each call is a time that the line is run. */
  readonly lines: readonly (() => void)[];
  /** In the order of the file; each call is a time that a branch goes this way, by its number. */
  readonly branches: readonly ((way: number) => void)[];
}

/**
 * The module that `import render from "./put.vtl"` loads, and its source map. A template is run by the compiler, as everywhere;
 * what V8 and Istanbul see is what it calls here: a statement for each line of the template, a `switch` for each branch, with
 * the map to where these are. So their reports have the lines and branches of `vtl test`, and the merging is theirs.
 */
export function countingModule(
  { file, lines, branches }: FileCoverage,
  text: string,
): { readonly code: string; readonly map: string } {
  const index = new LineIndex(text);
  // A source is named from where the module is.
  const module = new MappedModule(file.slice(folderOf(file).length), text, index);
  module.line('import { importedTemplate } from "@apigw-vtl/testing";');
  module.line(`export default await importedTemplate(${JSON.stringify(file)}, {`);
  module.line("branches: [");
  for (const branch of branches) {
    module.line("(way) => {");
    // A switch is a statement too: with the place of its line it is the same one as the line's, which comes after it.
    module.block("switch (way) {", rangeOfLine(text, index, branch.line), () => {
      branch.ways.forEach(({ place }, number) => {
        module.mapped(`case ${number}:`, place.range);
        module.line("break;");
      });
    });
    module.line("},");
  }
  module.line("], lines: [");
  for (const line of lines.keys()) {
    module.line("() => {");
    module.mapped("0;", rangeOfLine(text, index, line));
    module.line("},");
  }
  module.line("]});");
  return module.finish();
}

/** Lines of a module. Coverage tools leave out whatever is on a line without a mapping. */
class MappedModule {
  readonly #lines: string[] = [];
  readonly #ends: number[] = [];
  readonly #file: string;
  readonly #index: LineIndex;
  readonly #map: GenMapping;

  constructor(file: string, source: string, index: LineIndex) {
    this.#file = file;
    this.#index = index;
    this.#map = new GenMapping({ file });
    setSourceContent(this.#map, file, source);
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A line that is a range of the template: its first character is the first one there, its last the last. */
  mapped(text: string, range: TextRange): void {
    this.#mapHere(0, range.start);
    this.#mapHere(text.length - 1, this.#last(range));
    this.line(text);
  }

  /** Lines that are a range together. */
  block(text: string, range: TextRange, write: () => void): void {
    this.#mapHere(0, range.start);
    this.line(text);
    write();
    this.#mapHere(0, this.#last(range));
    this.line("}");
  }

  finish(): { readonly code: string; readonly map: string } {
    // Where something ends in a template, tools look for the next thing that is mapped there: in a comment nothing is counted.
    this.line("/*");
    this.#ends.forEach((end, column) => {
      this.#mapHere(column, end);
    });
    this.line(";".repeat(this.#ends.length));
    this.line("*/");
    return { code: `${this.#lines.join("\n")}\n`, map: JSON.stringify(toEncodedMap(this.#map)) };
  }

  #last({ start, end }: TextRange): number {
    this.#ends.push(end);
    return Math.max(start, end - 1);
  }

  #mapHere(column: number, offset: number): void {
    const { line, column: from1 } = this.#index.position(offset);
    addMapping(this.#map, {
      generated: { line: this.#lines.length + 1, column },
      source: this.#file,
      original: { line, column: from1 - 1 },
    });
  }
}
