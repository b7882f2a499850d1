import { contentRule, contents } from "../contents/index.js";
import { type Grammar, include, type Rule } from "../grammar.js";
import type { Spelling } from "../spelling.js";

/** Grammars of other languages that templates are in, and the grammar that is tried inside of theirs. */
export interface HostGrammar {
  /** The file, and the last part of the scope's name. */
  readonly id: string;
  readonly injectTo: readonly string[];
  readonly grammar: Grammar;
}

/** The scope of a template in a file of another language: no rule is injected into it again. */
const TEMPLATE = "meta.embedded.block.vtl";

export function hostGrammar(id: string, injectTo: readonly string[], patterns: readonly Rule[]): HostGrammar {
  const selector = injectTo.map((scope) => `L:${scope} - comment - ${TEMPLATE}`).join(", ");
  return {
    id,
    injectTo,
    grammar: {
      scopeName: `vtl.injection.${id}`,
      name: `Mapping templates in ${id}`,
      injectionSelector: selector,
      patterns,
    },
  };
}

/** One rule a kind of content, told by the media type that the template is the value of. */
export function forEachContent(makeRule: (mediaType: string, body: TemplateBody) => readonly Rule[]): readonly Rule[] {
  return contents.flatMap((content) =>
    makeRule(`[\\w.+*-]+/${content.subtypes}`, (spelling) => ({
      contentName: TEMPLATE,
      patterns: [include(`text.vtl#${contentRule(spelling, content)}`)],
    })),
  );
}

type TemplateBody = (spelling: Spelling) => { readonly contentName: string; readonly patterns: readonly Rule[] };
