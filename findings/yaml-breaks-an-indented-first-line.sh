#!/usr/bin/env bash
# yaml 2.9.1 beside js-yaml 4.1.0, 2026-11-30, Node 20.
#
# Guess: `parse(stringify(text))` is the text, whatever the template. Seen: a text with a line break and a line of more than 80 columns
# is written as a folded block (`>`). If its first line begins with a blank or tab and is the long one, that line is cut all
# the same. A folded block keeps line breaks beside lines that are indented, so the text has one more, and a blank less, when
# it is read. Long lines further down, indented or not, are right, as is js-yaml; `lineWidth: 0` avoids it.
#
# Why it matters: templates in programs are literals that begin with the program's indentation, and generators of definitions write
# them with this package's defaults. A break within a line is a break within a JSON string, or the end of a `##` comment: what
# was commented out is printed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1 js-yaml@4.1.0
cat >run.mjs <<'JS'
import { dump, load } from "js-yaml";
import { parse, stringify } from "yaml";
const long = '{"id": "$context.requestId", "note": "a text that goes on and on until the line has more than eighty columns"}';
for (const template of [`${long}\n`, `#set($x = 1)\n  ${long}\n`, `  ${long}\n`, `  ## ${long}\n{}\n`]) {
  console.log(template.trimEnd());
  console.log("js-yaml:", load(dump({ template })).template === template ? "the same" : "another text");
  const read = parse(stringify({ template })).template;
  console.log("yaml:", read === template ? "the same" : `another text\n${read.trimEnd()}`);
  const wide = parse(stringify({ template }, { lineWidth: 0 })).template;
  console.log("yaml, lineWidth 0:", wide === template ? "the same" : "another text");
}
JS
cat >expected <<'OUT'
{"id": "$context.requestId", "note": "a text that goes on and on until the line has more than eighty columns"}
js-yaml: the same
yaml: the same
yaml, lineWidth 0: the same
#set($x = 1)
  {"id": "$context.requestId", "note": "a text that goes on and on until the line has more than eighty columns"}
js-yaml: the same
yaml: the same
yaml, lineWidth 0: the same
  {"id": "$context.requestId", "note": "a text that goes on and on until the line has more than eighty columns"}
js-yaml: the same
yaml: another text
  {"id": "$context.requestId", "note": "a text that goes on and on until the
line has more than eighty columns"}
yaml, lineWidth 0: the same
  ## {"id": "$context.requestId", "note": "a text that goes on and on until the line has more than eighty columns"}
{}
js-yaml: the same
yaml: another text
  ## {"id": "$context.requestId", "note": "a text that goes on and on until
the line has more than eighty columns"} {}
yaml, lineWidth 0: the same
OUT
node run.mjs | tee seen
diff expected seen
