#!/usr/bin/env bash
# monaco-editor 0.52.2 (the editor of VS Code) in jsdom 24.1.3, 2026-11-30, Node 20.
#
# A language closes quotes, as VS Code's YAML does: `["\"", "\""]`, with nothing said of strings. Somebody presses Enter, types
# a quote at once, and goes on leisurely: `"f(x)"`. Guess: the editor closes the first quote and types over it with the last
# one, however fast the keys come. Seen: the first quote is not closed, since the tokenizer has not reached the new line yet
# (it goes on when the editor is idle); the last one, behind a bracket, is: `"f(x)""`. Where the language says
# `notIn: ["string"]` no quote is left, because by then the place is known to be in a string.
#
# Why it matters: a line of a mapping template begins with a quote and often ends in `)"`. VS Code itself leaves a quote too
# many in templates within YAML when they are typed fast, without any extension; whoever tests typing key by key takes it for
# a fault of his own, and whoever writes a language's configuration avoids it by `notIn`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund monaco-editor@0.52.2 jsdom@24.1.3 esbuild@0.25.12
cat >run.mjs <<'JS'
import * as monaco from "monaco-editor/esm/vs/editor/editor.api.js";

const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

/** The line that is there after Enter and `"f(x)"`, with a pause after each key, or each but Enter. */
async function typed(id, quotes, isLeisurely) {
  monaco.languages.register({ id });
  monaco.languages.setLanguageConfiguration(id, { autoClosingPairs: [{ open: '"', close: '"', ...quotes }] });
  monaco.languages.setMonarchTokensProvider(id, { tokenizer: { root: [[/"[^"]*"?/, "string"]] } });
  const parent = document.body.appendChild(document.createElement("div"));
  const editor = monaco.editor.create(parent, { value: "a\nb", language: id });
  await pause();
  editor.setPosition({ lineNumber: 2, column: 2 });
  for (const key of '\n"f(x)"') {
    editor.trigger("keyboard", "type", { text: key });
    if (isLeisurely || key !== "\n") await pause();
  }
  return editor.getModel().getLineContent(3);
}

async function main() {
  console.log("quotes closed everywhere, leisurely:", await typed("a", {}, true));
  console.log("quotes closed everywhere, Enter and a quote at once:", await typed("b", {}, false));
  console.log("quotes not closed in strings, Enter and a quote at once:", await typed("c", { notIn: ["string"] }, false));
  process.exit(0);
}
main();
JS
cat >dom.cjs <<'JS'
// What Monaco asks a browser for and jsdom lacks.
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://localhost/" });
const nothing = () => {};
window.matchMedia = () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing });
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const drawing = { measureText: () => ({ width: 8 }), webkitBackingStorePixelRatio: 1 };
const canvas = new Proxy(drawing, { get: (own, name) => own[name] ?? (() => ({ data: [] })), set: () => true });
window.HTMLCanvasElement.prototype.getContext = () => canvas;
window.document.queryCommandSupported = () => false;
window.CSS = { escape: (text) => text, supports: () => false };
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
globalThis.window = globalThis.self = globalThis;
for (const name of ["addEventListener", "removeEventListener", "requestAnimationFrame", "getComputedStyle"])
  globalThis[name] = window[name].bind(window);
globalThis.MonacoEnvironment = { getWorker: () => ({ postMessage: nothing, addEventListener: nothing, terminate: nothing }) };
// Layout is what jsdom has none of.
process.on("uncaughtException", nothing);
JS
npx esbuild run.mjs --bundle --format=cjs --platform=node --outfile=out.cjs --loader:.css=empty --loader:.ttf=empty --log-level=error
cat >expected <<'OUT'
quotes closed everywhere, leisurely: "f(x)"
quotes closed everywhere, Enter and a quote at once: "f(x)""
quotes not closed in strings, Enter and a quote at once: "f(x)"
OUT
node -r ./dom.cjs out.cjs 2>/dev/null | tee seen
diff expected seen
