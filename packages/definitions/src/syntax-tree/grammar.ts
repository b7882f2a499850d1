import { Language, Parser, type Tree } from "web-tree-sitter";
import type { GrammarName, TemplateHost } from "../found-template.js";

type GrammarLoader = NonNullable<TemplateHost["loadGrammar"]>;

/** The parser's runtime is one per process, whatever host loaded it. */
let runtime: Promise<void> | undefined;
const languages = new WeakMap<GrammarLoader, Map<GrammarName, Promise<Language>>>();

async function loadLanguage(grammar: GrammarName, load: GrammarLoader): Promise<Language> {
  runtime ??= load("runtime")
    .then((wasmBinary) => Parser.init({ wasmBinary }))
    .catch((error: unknown) => {
      runtime = undefined;
      throw error;
    });
  await runtime;
  return Language.load(await load(grammar));
}

/**
 * Parses `source`, loading the grammar at the first use. `undefined` if the host cannot give it. The caller deletes the
 * tree: its memory is WebAssembly's.
 */
export async function parseSource(
  source: string,
  grammar: GrammarName,
  { loadGrammar }: TemplateHost,
): Promise<Tree | undefined> {
  if (loadGrammar === undefined) return undefined;
  const loaded = languages.get(loadGrammar) ?? new Map<GrammarName, Promise<Language>>();
  languages.set(loadGrammar, loaded);
  const loading = loaded.get(grammar) ?? loadLanguage(grammar, loadGrammar);
  loaded.set(grammar, loading);
  let language: Language;
  try {
    language = await loading;
  } catch (error) {
    loaded.delete(grammar);
    throw error;
  }
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    return parser.parse(source) ?? undefined;
  } finally {
    parser.delete();
  }
}
