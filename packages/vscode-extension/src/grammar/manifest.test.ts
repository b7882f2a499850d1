import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grammars } from "./grammars.js";

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly {
      readonly scopeName: string;
      readonly path: string;
      readonly language?: string;
      readonly injectTo?: readonly string[];
    }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

describe("the manifest", () => {
  it("contributes every grammar that the build writes, where it is to be tried", () => {
    const contributed = manifest.contributes.grammars.map(({ scopeName, path, language, injectTo }) => ({
      scopeName,
      path,
      language,
      injectTo,
    }));
    expect(contributed).toEqual(
      grammars.map(({ file, grammar, language, injectTo }) => ({
        scopeName: grammar.scopeName,
        path: `./dist/syntaxes/${file}`,
        language,
        injectTo,
      })),
    );
  });
});
