#!/usr/bin/env bash
# @codemirror/legacy-modes 6.5.5 (mode `velocity`) with @codemirror/language 6.13.1 and @codemirror/state 6.7.6, 2026-11-30, Node 20.
#
# Guess: in `{"count": $count}` the reference ends before the brace, as it does before a bracket or a quote, and the editor matches
# the two braces. Seen: a brace directly behind a reference belongs to it, whether one was opened with `${` or not. The object's
# braces have no match then, from either side; with a blank in between, or with quotes, they have.
#
# Why it matters: mapping templates are JSON, and a number or flag without quotes is often an object's last member. Pages that edit
# them with this mode mark the right brace as one too many, and its partner as open, so that the one brace which is really
# missing looks like the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @codemirror/legacy-modes@6.5.5 @codemirror/language@6.13.1 @codemirror/state@6.7.6
cat >run.mjs <<'JS'
import { ensureSyntaxTree, matchBrackets, StreamLanguage } from "@codemirror/language";
import { velocity } from "@codemirror/legacy-modes/mode/velocity";
import { EditorState } from "@codemirror/state";

for (const doc of ['{"count": $count }', '{"count": "$count"}', '{"counts": [$count]}', '{"count": $count}', '{"count": ${count}}']) {
  const state = EditorState.create({ doc, extensions: [StreamLanguage.define(velocity)] });
  ensureSyntaxTree(state, doc.length, 10_000);
  const matched = [matchBrackets(state, 0, 1), matchBrackets(state, doc.length, -1)].map((match) => match.matched);
  console.log(doc, "matched from the left", matched[0], "and from the right", matched[1]);
}
JS
cat >expected <<'OUT'
{"count": $count } matched from the left true and from the right true
{"count": "$count"} matched from the left true and from the right true
{"counts": [$count]} matched from the left true and from the right true
{"count": $count} matched from the left false and from the right false
{"count": ${count}} matched from the left false and from the right false
OUT
node run.mjs | tee seen
diff expected seen
