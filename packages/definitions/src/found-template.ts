import type { Route } from "./api-definition.js";
import type { TemplateDiagnostic } from "./diagnostic.js";
import type { FoundFacts } from "./facts/template-facts.js";
import type { TextRange } from "./map/piece.js";
import type { EmbeddedText, Hole, Segment } from "./map/segment.js";
import type { FileText } from "./reader/file-access.js";
import type { TemplateUse } from "./template-use.js";

/** A mapping template in a file. */
export interface FoundTemplate {
  /** The file whose text holds the template. */
  readonly file: string;
  /** The host characters that make the template, quotes left out. */
  readonly range: TextRange;
  /** The value that it is, quotes and the expressions of the host included: what `Place`s of the model are. */
  readonly declaration: TextRange;
  /** What Velocity reads: escapes undone, `<name>` for each host expression. */
  readonly text: string;
  /** JSON pointer, or resource and attribute, within `file` or (if another file refers to it) `referredFrom`. */
  readonly address: string;
  /** The file that names `file` as its template, if one does. */
  readonly referredFrom?: string;
  /** Where in the model of its API it belongs; absent if no API is known to have it. */
  readonly use?: TemplateUse;
  readonly facts: FoundFacts;
  readonly holes: readonly Hole[];
  /** The map between `text` and the file; see `toHostRange` and `toTemplateOffset`. */
  readonly segments: readonly Segment[];
  /** `text` within the text that holds it, and so on out to the file. */
  readonly layers: readonly EmbeddedText[];
}

/** A place in a file that names another file with a template or an API definition. */
export interface FileReference extends TextRange {
  readonly from: string;
  /** The path of the file that is named, whether or not it is there. */
  readonly path: string;
}

/** A method with its integration, as a file declares them: places are there, texts of templates are not. */
export interface FoundRoute {
  readonly apiType: FoundFacts["apiType"];
  readonly route: Route;
}

/** What a file holds. */
export interface FoundTemplates {
  readonly templates: readonly FoundTemplate[];
  /** Those of the APIs that the file declares, or takes from files that it names. */
  readonly routes: readonly FoundRoute[];
  /** In the file and in those that it names. */
  readonly references: readonly FileReference[];
  readonly diagnostics: readonly TemplateDiagnostic[];
}

/** The grammars that source code hosts need, and the parser's own runtime. */
export type GrammarName = "runtime" | "hcl" | "typescript" | "tsx" | "python";

/** What the finder needs from where it runs. */
export interface TemplateHost {
  /** The text of a file that another file refers to, or why it is not read; `undefined` if there is none. Paths use `/`. */
  readonly readFile?: (path: string) => Promise<FileText>;
  /**
   * The names of what is in a folder, which ends in `/` or is empty; nothing if it cannot be read. Those of folders end
   * in `/`; a host that leaves them out knows fewer callers of Terraform modules.
   */
  readonly listFolder?: (folder: string) => Promise<readonly string[]>;
  /** The bytes of a WebAssembly file: `web-tree-sitter.wasm` (`runtime`) or `tree-sitter-NAME.wasm`. */
  readonly loadGrammar?: (grammar: GrammarName) => Promise<Uint8Array>;
}
