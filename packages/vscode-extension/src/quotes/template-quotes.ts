import {
  type AutoClosingPair,
  type Disposable,
  languages,
  SyntaxTokenType,
  type TextDocument,
  type TextEditor,
  window,
} from "vscode";
import { toRange } from "../client/ranges.js";
import type { Server } from "../client/server.js";
import { concernsTemplates } from "../entry/concerns-templates.js";
import { templatesOf } from "../templates/template-at-cursor.js";

/** Languages whose own configuration closes quotes within strings too. The other hosts' say that it is not to be. */
const LANGUAGES = new Set(["yaml", "cloudformation"]);

/** Milliseconds without a key until it is asked whether typing has led out of a template. */
const PAUSE = 200;

const outsideOfStrings = { notIn: [SyntaxTokenType.String, SyntaxTokenType.Comment] };

/** Those of template files, see `language-configuration.json`. */
const PAIRS: AutoClosingPair[] = [
  { open: "{", close: "}" },
  { open: "[", close: "]" },
  { open: "(", close: ")" },
  { open: '"', close: '"', ...outsideOfStrings },
  { open: "'", close: "'", ...outsideOfStrings },
];

/**
 * Gives YAML files the closing pairs of templates while the cursor is in one: VS Code colours a template in a file of
 * another language as a template, but takes the pairs of the file's language. It closes no quote on a line that its
 * tokenizer has not reached, as after Enter; of `"$input.json('$')"` typed at once it would then close the last quote, which
 * leaves one too many. In the rest of the file a scalar is a string for VS Code, so that YAML's own pairs have to stay.
 */
export class TemplateQuotes implements Disposable {
  readonly #server: Server;
  readonly #subscriptions: readonly Disposable[];
  #pairs: { readonly language: string; readonly configuration: Disposable } | undefined;
  /** What was looked at last. */
  #seen: { readonly document: TextDocument; readonly version: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.#look(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#look(textEditor);
      }),
    ];
    this.#look(window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#use(undefined);
  }

  #look(editor: TextEditor | undefined): void {
    clearTimeout(this.#timer);
    if (editor === undefined || !LANGUAGES.has(editor.document.languageId)) return this.#use(undefined);
    const { document } = editor;
    const isTyped = this.#seen?.document === document && this.#seen.version !== document.version;
    this.#seen = { document, version: document.version };
    // What is typed in a template is of the template, until typing has led out of it.
    if (isTyped && this.#pairs?.language === document.languageId) {
      this.#timer = setTimeout(() => void this.#ask(editor), PAUSE);
    } else void this.#ask(editor);
  }

  async #ask(editor: TextEditor): Promise<void> {
    const { document, selection } = editor;
    const templates = concernsTemplates(document) ? await templatesOf(this.#server, document.uri) : [];
    if (editor !== window.activeTextEditor) return;
    const isInside = templates.some(({ range }) => toRange(range).contains(selection.active));
    this.#use(isInside ? document.languageId : undefined);
  }

  #use(language: string | undefined): void {
    if (language === this.#pairs?.language) return;
    this.#pairs?.configuration.dispose();
    this.#pairs =
      language === undefined
        ? undefined
        : { language, configuration: languages.setLanguageConfiguration(language, { autoClosingPairs: PAIRS }) };
  }
}
