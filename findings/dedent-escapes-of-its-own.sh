#!/usr/bin/env bash
# dedent 1.7.0 and 0.7.0 beside outdent 0.8.0, common-tags 1.8.2, ts-dedent 2.3.0 and string-dedent 3.0.2, 2026-11-30, Node 20.
#
# Guess: a tag that takes indentation away leaves the rest of the literal as JavaScript reads it, so that `` dedent`…` `` in front
# of a text that is indented needs no other change. Seen: so do the others. `dedent` reads the raw text and undoes escapes of its
# own: `\"` keeps its backslash, `\\` both; of `\\n`, which is a backslash and a letter, the second backslash becomes a line
# break; `\t` stays two characters. Version 0.7.0 keeps the backslash of `\${` too.
#
# Why it matters: programs of CDK and Pulumi put the tag before mapping templates. JSON within JSON, `"input": "{\\"id\\": 1}"`,
# and `"text": "one\\ntwo"` are right without the tag and no JSON with it (`\\"` ends the string), and the `\${name}` of the older
# version is printed as text, since a backslash escapes a reference of Velocity too. Nothing of that shows in the source.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dedent@1.7.0 dedent-0.7.0@npm:dedent@0.7.0 outdent@0.8.0 \
  common-tags@1.8.2 ts-dedent@2.3.0 string-dedent@3.0.2
cat >run.cjs <<'JS'
const tags = {
  "dedent 1.7.0": require("dedent"),
  "dedent 0.7.0": require("dedent-0.7.0"),
  outdent: require("outdent").outdent,
  "common-tags": require("common-tags").stripIndent,
  "ts-dedent": require("ts-dedent").dedent,
  "string-dedent": require("string-dedent"),
};
for (const [name, tag] of Object.entries(tags)) {
  const text = tag`
    {"id": "\${context.requestId}", "input": "{\\"id\\": 1}", "text": "one\\ntwo\t."}
  `;
  console.log(name.padEnd(13), text.replaceAll("\n", "<LF>").replaceAll("\t", "<TAB>"));
}
JS
cat >expected <<'OUT'
dedent 1.7.0  {"id": "${context.requestId}", "input": "{\\"id\\": 1}", "text": "one\<LF>two\t."}
dedent 0.7.0  {"id": "\${context.requestId}", "input": "{\\"id\\": 1}", "text": "one\<LF>two\t."}
outdent       {"id": "${context.requestId}", "input": "{\"id\": 1}", "text": "one\ntwo<TAB>."}
common-tags   {"id": "${context.requestId}", "input": "{\"id\": 1}", "text": "one\ntwo<TAB>."}
ts-dedent     {"id": "${context.requestId}", "input": "{\"id\": 1}", "text": "one\ntwo<TAB>."}
string-dedent {"id": "${context.requestId}", "input": "{\"id\": 1}", "text": "one\ntwo<TAB>."}
OUT
node run.cjs | tee seen
diff expected seen
