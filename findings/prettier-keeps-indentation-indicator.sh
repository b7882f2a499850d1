#!/usr/bin/env bash
# prettier 3.10.1 with js-yaml 4.1.0, 2026-11-30, Node 20.
#
# A template that begins with a blank needs an indicator in YAML, `|2`, which counts the columns of its margin; js-yaml, `yaml`
# and Python's writers set it. Guess: Prettier, which indents blocks anew with all else, writes the number that fits its own
# indentation, or at least never changes a value. Seen: of a block with an indicator it leaves the number and every line, and
# moves only the key above. From four columns to two each line of the template gets six blanks more; from two to four (the
# project's `tabWidth`) the lines fall out of the block, and the file cannot be read any more.
#
# Why it matters: definitions that tools have written (exports, bundles, `cdk synth`) are formatted with the project's settings
# before they are committed. Blanks in front of directives and texts are part of what a mapping template prints.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts prettier@3.10.1 js-yaml@4.1.0
cat >run.mjs <<'JS'
import { dump, load } from "js-yaml";
import { format } from "prettier";

const template = '  {\n"id": $input.json("$.id")}\n';
const definition = { get: { requestTemplates: { "application/json": template } } };
for (const [indent, tabWidth] of [[2, 2], [4, 4], [4, 2], [2, 4]]) {
  const written = dump(definition, { indent });
  const formatted = await format(written, { parser: "yaml", tabWidth });
  const outcome = (yaml) => {
    try {
      return JSON.stringify(load(yaml).get.requestTemplates["application/json"]);
    } catch {
      return "no YAML";
    }
  };
  console.log(`from ${indent} to ${tabWidth} columns`, outcome(written), "becomes", outcome(formatted));
}
JS
cat >expected <<'OUT'
from 2 to 2 columns "  {\n\"id\": $input.json(\"$.id\")}\n" becomes "  {\n\"id\": $input.json(\"$.id\")}\n"
from 4 to 4 columns "  {\n\"id\": $input.json(\"$.id\")}\n" becomes "  {\n\"id\": $input.json(\"$.id\")}\n"
from 4 to 2 columns "  {\n\"id\": $input.json(\"$.id\")}\n" becomes "      {\n    \"id\": $input.json(\"$.id\")}\n"
from 2 to 4 columns "  {\n\"id\": $input.json(\"$.id\")}\n" becomes no YAML
OUT
node run.mjs | tee seen
diff expected seen
