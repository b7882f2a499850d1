#!/usr/bin/env bash
# @biomejs/biome 2.6.8 beside eslint 9.39.1, 2026-11-30, Node 20.
#
# A program that prints a mapping template writes `"$" + "{id}"` for Velocity's `${id}`, since linters (Biome's own
# `noTemplateCurlyInString`) take the two in one string for a forgotten backtick. Guess: the fix of `useTemplate`, which makes a template
# literal of a sum of strings and is called unsafe, keeps the text, as the one of ESLint's `prefer-template` does. Seen: `${` in
# one string is escaped; `$` at the end of one and `{` at the start of the next come together as JavaScript's `${`.
#
# Why it matters: where the program has a variable of that name it goes on to run, and the value at build time stands in the template
# where each request's own was meant. Without such a variable it fails, which is the lucky case.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @biomejs/biome@2.6.8 eslint@9.39.1
cat >template.js <<'JS'
const id = "orders-1";
export const table = id;
export const split = '{"table": "' + table + '", "id": "$' + '{id}"}';
export const whole = '{"table": "' + table + '", "id": "${id}"}';
JS
echo '{"linter": {"rules": {"recommended": false, "style": {"useTemplate": "error"}}}}' >biome.json
echo 'export default [{ rules: { "prefer-template": "error" } }];' >eslint.config.mjs
cp template.js eslint.mjs
cp template.js biome.mjs
npx eslint --fix eslint.mjs
npx biome lint --write --unsafe biome.mjs >/dev/null 2>&1
for name in template.js eslint.mjs biome.mjs; do
  cp "$name" run.mjs
  node --input-type=module -e '
    const { split, whole } = await import("./run.mjs");
    console.log(process.argv[1], split, whole);
  ' "$name"
done | tee seen
cat >expected <<'OUT'
template.js {"table": "orders-1", "id": "${id}"} {"table": "orders-1", "id": "${id}"}
eslint.mjs {"table": "orders-1", "id": "${id}"} {"table": "orders-1", "id": "${id}"}
biome.mjs {"table": "orders-1", "id": "orders-1"} {"table": "orders-1", "id": "${id}"}
OUT
diff expected seen
