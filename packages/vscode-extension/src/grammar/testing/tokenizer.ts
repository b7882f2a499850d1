import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { grammars } from "../grammars.js";

const require = createRequire(import.meta.url);

/** Grammars of the languages around templates: those that other tools publish, not ours. */
const HOST_GRAMMARS: Readonly<Record<string, string>> = {
  "source.yaml": "yaml",
  "source.json": "json",
  "source.hcl": "hcl",
  "source.hcl.terraform": "terraform",
  "source.ts": "typescript",
  "source.python": "python",
};

/** A line of a file, and what each part of it is. */
export interface TokenizedLine {
  readonly text: string;
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly scopes: readonly string[] }[];
}

let registry: Promise<textmate.Registry> | undefined;

/** Reads a file as VS Code does, with our grammars and those of the languages around them. */
export async function tokenize(text: string, scopeName: string): Promise<readonly TokenizedLine[]> {
  registry ??= createRegistry((name) => {
    const file = HOST_GRAMMARS[name];
    return file === undefined ? undefined : require.resolve(`tm-grammars/grammars/${file}.json`);
  });
  return tokenizeWith(await registry, text, scopeName);
}

async function tokenizeWith(
  registry: textmate.Registry,
  text: string,
  scopeName: string,
): Promise<readonly TokenizedLine[]> {
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  let stack = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return {
      text: line,
      tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        scopes,
      })),
    };
  });
}

/** @param fileOf where the grammar of a scope is that is not one of ours */
async function createRegistry(fileOf: (scopeName: string) => string | undefined): Promise<textmate.Registry> {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
  const ours = new Map(grammars.map(({ grammar }) => [grammar.scopeName, JSON.stringify(grammar)]));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    async loadGrammar(scopeName) {
      const own = ours.get(scopeName);
      if (own !== undefined) return textmate.parseRawGrammar(own, "own.json");
      const file = fileOf(scopeName);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scopeName) =>
      grammars.flatMap(({ grammar, injectTo }) => (injectTo?.includes(scopeName) ? [grammar.scopeName] : [])),
  });
}
