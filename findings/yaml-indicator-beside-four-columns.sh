#!/usr/bin/env bash
# yaml 2.9.1 beside js-yaml 4.1.0, 2026-12-01, Node 20.
#
# A template literal begins with its line break, and its first line of text is further in than its last. Written as a block, such a
# text needs an indicator: by how many columns its margin is deeper than its key. Guess: with `indent: 4` the indicator is 4, as
# js-yaml has it, and the text is the same when it is read. Seen: the text stands four columns in, behind `|2`. When it is read
# each line has two blanks more, at any depth but as an item of a list; with `indent: 8` six. `indent: 2`, the default, is right.
#
# Why it matters: generators of definitions that follow a house style of four columns change their templates, and not the same way
# twice: what is read and written again grows with each round. In JSON blanks are nothing; in templates for SOAP, CSV, mail or
# a text that is signed, and within JSON's strings no less, they are sent. Issue 692 has texts at the root of a file; none
# that a search found has this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1 js-yaml@4.1.0
cat >run.mjs <<'JS'
import { dump, load } from "js-yaml";
import { parse, stringify } from "yaml";
const template = `
    "id","total"
  $input.body
`;
const writers = {
  yaml: (value, indent) => [stringify(value, { indent }), parse],
  "js-yaml": (value, indent) => [dump(value, { indent }), load],
};
for (const [name, write] of Object.entries(writers)) {
  for (const indent of [2, 4, 8]) {
    let value = { responseTemplates: { "text/csv": template } };
    for (const round of [1, 2]) {
      const [text, read] = write(value, indent);
      value = read(text);
      const header = /text\/csv: (.*)/.exec(text)[1];
      console.log(`${name}, indent ${indent}, round ${round}: ${header} ${JSON.stringify(value.responseTemplates["text/csv"])}`);
    }
  }
}
JS
cat >expected <<'OUT'
yaml, indent 2, round 1: |2 "\n    \"id\",\"total\"\n  $input.body\n"
yaml, indent 2, round 2: |2 "\n    \"id\",\"total\"\n  $input.body\n"
yaml, indent 4, round 1: |2 "  \n      \"id\",\"total\"\n    $input.body\n"
yaml, indent 4, round 2: |2 "    \n        \"id\",\"total\"\n      $input.body\n"
yaml, indent 8, round 1: |2 "      \n          \"id\",\"total\"\n        $input.body\n"
yaml, indent 8, round 2: |2 "            \n                \"id\",\"total\"\n              $input.body\n"
js-yaml, indent 2, round 1: |2 "\n    \"id\",\"total\"\n  $input.body\n"
js-yaml, indent 2, round 2: |2 "\n    \"id\",\"total\"\n  $input.body\n"
js-yaml, indent 4, round 1: |4 "\n    \"id\",\"total\"\n  $input.body\n"
js-yaml, indent 4, round 2: |4 "\n    \"id\",\"total\"\n  $input.body\n"
js-yaml, indent 8, round 1: |8 "\n    \"id\",\"total\"\n  $input.body\n"
js-yaml, indent 8, round 2: |8 "\n    \"id\",\"total\"\n  $input.body\n"
OUT
node run.mjs | tee seen
diff expected seen
