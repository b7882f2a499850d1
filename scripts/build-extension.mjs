/**
 * Builds the VS Code extension, next to its sources:
 *
 *   dist/syntaxes/*.json     the TextMate grammars, written out from `src/grammar`
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Runs the module that composes the grammars, and writes each as the JSON that VS Code reads. */
async function writeGrammars(root, folder) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["packages/vscode-extension/src/grammar/grammars.ts"],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "warning",
  });
  const [{ text }] = outputFiles;
  const { grammars } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, grammar } of grammars) writeFileSync(join(folder, file), JSON.stringify(grammar));
}

/** @param {{root: string}} places */
export async function buildExtension({ root }) {
  const folder = join(root, "packages/vscode-extension/dist");
  await writeGrammars(root, join(folder, "syntaxes"));
}
