import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandIds } from "./entry/command-ids.js";
import { PREVIEW_VIEW_TYPE } from "./entry/preview-view-type.js";
import { grammars } from "./grammar/grammars.js";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
    readonly grammars: readonly {
      readonly scopeName: string;
      readonly path: string;
      readonly language?: string;
      readonly injectTo?: readonly string[];
    }[];
  };
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const { activationEvents, contributes }: Manifest = JSON.parse(read("../package.json"));

describe("the manifest", () => {
  it("contributes every grammar that the build writes, where it is to be tried", () => {
    const contributed = contributes.grammars.map(({ scopeName, path, language, injectTo }) => ({
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

  it("contributes the commands that there are", () => {
    expect(contributes.commands.map(({ command }) => command)).toEqual(commandIds);
  });

  it("activates the extension for files, and for a preview that was open before, never for any workspace", () => {
    expect(activationEvents.filter((event) => !event.startsWith("onLanguage:"))).toEqual([
      `onWebviewPanel:${PREVIEW_VIEW_TYPE}`,
    ]);
  });

  it("has settings that the README describes, all of them", () => {
    const readme = read("../README.md");
    const settings = Object.keys(contributes.configuration.properties);
    expect(settings.filter((setting) => !readme.includes(`\`${setting}\``))).toEqual([]);
  });
});
