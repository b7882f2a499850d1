#!/usr/bin/env bash
# @codemirror/lsp-client 6.3.0 with @codemirror/autocomplete 6.20.4, 2026-11-30, Node 20.
#
# The client says that it supports LSP's snippets. In those only `$`, `}` and a backslash are special and a backslash escapes
# them. Guess: `#{else}` is inserted as it is, and `\${input.body}` as `${input.body}`. Seen: the client takes the backslashes
# away and hands the rest to CodeMirror's own snippets, where `#{…}` and `${…}` are both fields and the braces their escapes:
# `else` and `input.body` are inserted.
#
# Why it matters: `#{else}`, `#{end}` and `${name}` are Velocity's formal notation, written where a letter follows. A language
# server that offers them in a snippet is right in every other editor; in a page the template loses its directives silently,
# and no escape that LSP has helps. Only items without `insertTextFormat: 2` arrive whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @codemirror/lsp-client@6.3.0 @codemirror/autocomplete@6.20.4 \
  @codemirror/state@6.7.6 @codemirror/view@6.43.15
cat >run.mjs <<'JS'
import { serverCompletionSource } from "@codemirror/lsp-client";
import { EditorState } from "@codemirror/state";

/** What an empty document holds when the only item that a server offers is accepted; a view has no more than is asked for. */
async function accepted(item) {
  const state = EditorState.create({ doc: "" });
  const client = {
    hasCapability: () => true,
    serverCapabilities: { completionProvider: {} },
    sync() {},
    request: async () => ({ items: [{ label: "item", ...item }] }),
  };
  const plugin = { client, uri: "file:///put.vtl", toPosition: () => ({ line: 0, character: 0 }) };
  const view = { state, plugin: () => plugin };
  const { options } = await serverCompletionSource({ state, pos: 0, explicit: true, view, addEventListener() {} });
  const { apply } = options[0];
  if (typeof apply === "string") return apply;
  let text;
  apply({ state, dispatch: (transaction) => (text = transaction.state.doc.toString()) }, options[0], 0, 0);
  return text;
}

for (const insertText of ["#foreach(\\$${1:item} in ${2:\\$list})", "#{else}", "\\${input.body}"]) {
  console.log(insertText, "as snippet", await accepted({ insertText, insertTextFormat: 2 }));
}
console.log("#{else} as text", await accepted({ insertText: "#{else}" }));
JS
cat >expected <<'OUT'
#foreach(\$${1:item} in ${2:\$list}) as snippet #foreach($item in $list)
#{else} as snippet else
\${input.body} as snippet input.body
#{else} as text #{else}
OUT
node run.mjs | tee seen
diff expected seen
