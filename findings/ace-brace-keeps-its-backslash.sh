#!/usr/bin/env bash
# ace-builds 1.45.2 in jsdom 24.1.3, 2026-12-01, Node 20.
#
# Ace's snippets have the notation of TextMate's, and ace-linters 2.2.1, its client for language servers, hands it a server's as they
# are. In LSP a backslash takes its meaning from `$`, `}` and a backslash, wherever they stand. Guess: so it is here. Seen: `\$`
# and `\\` are, and `\}` within a placeholder; outside of one the backslash before the brace is inserted too.
#
# Why it matters: servers escape a whole text, and a reference in braces with a field within them is `\${${1:name}\}`: here it comes
# out as `${name\}`, which Velocity does not take for a reference; so does every JSON object behind a field. The same item
# is right in VS Code. No issue of Ace's that a search found says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ace-builds@1.45.2 jsdom@24.1.3
cat >run.cjs <<'JS'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<div id='editor'></div>", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
const ace = require("ace-builds/src-noconflict/ace.js");
require("ace-builds/src-noconflict/ext-language_tools.js");
const { snippetManager } = ace.require("ace/snippets");
const editor = ace.edit(window.document.getElementById("editor"));
for (const snippet of [
  '#set(\\$x = "\\$y")',
  '{"a": "${1:b}"}',
  '${1:{"a": 1\\}}',
  '\\${${1:name}\\}',
  '{"a": "${1:b}"\\}',
]) {
  editor.session.setValue("");
  snippetManager.insertSnippet(editor, snippet);
  console.log(snippet, "->", editor.getValue());
}
process.exit(0);
JS
cat >expected <<'OUT'
#set(\$x = "\$y") -> #set($x = "$y")
{"a": "${1:b}"} -> {"a": "b"}
${1:{"a": 1\}} -> {"a": 1}
\${${1:name}\} -> ${name\}
{"a": "${1:b}"\} -> {"a": "b"\}
OUT
node run.cjs 2>/dev/null | tee seen
diff expected seen
