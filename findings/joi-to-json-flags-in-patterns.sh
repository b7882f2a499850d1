#!/usr/bin/env bash
# joi-to-json 5.0.5 with joi 17.13.3, ajv-draft-04 1.0.0 and ajv 8.20.0, 2026-11-30, Node 20.
#
# Guess: `parse(schema, "json-draft-04")` writes what the schema demands, less what draft 4 cannot say; flags of a pattern, which it
# has not, are dropped or make an error. Seen: the flags are written behind the pattern, `/^[a-z]+$/i` is the pattern
# `^[a-z]+$/i`, which no text matches. And `length(4)`, which draft 4 can say, is left out, though `min` and `max` are written.
#
# Why it matters: API Gateway's models are draft 4, and a project that has joi makes them of it. The validator of the request refuses
# every value of such a member with 400 before a template runs, and takes a code of any length that joi would refuse.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts joi-to-json@5.0.5 joi@17.13.3 ajv-draft-04@1.0.0 ajv@8.20.0
cat >run.cjs <<'JS'
const Joi = require("joi");
const Ajv = require("ajv-draft-04");
const parse = require("joi-to-json");
const schemas = {
  pattern: Joi.string().pattern(/^[a-z]+$/),
  "pattern with a flag": Joi.string().pattern(/^[a-z]+$/i),
  "min and max": Joi.string().min(4).max(4),
  length: Joi.string().length(4),
};
for (const [name, schema] of Object.entries(schemas)) {
  const model = parse(schema, "json-draft-04");
  const takes = new Ajv().compile(model);
  const answers = ["abcd", "abcde"].map((text) => `${text} joi ${!schema.validate(text).error} model ${takes(text)}`);
  console.log(name, JSON.stringify(model), "|", answers.join(", "));
}
JS
cat >expected <<'OUT'
pattern {"type":"string","pattern":"^[a-z]+$"} | abcd joi true model true, abcde joi true model true
pattern with a flag {"type":"string","pattern":"^[a-z]+$/i"} | abcd joi true model false, abcde joi true model false
min and max {"type":"string","minLength":4,"maxLength":4} | abcd joi true model true, abcde joi false model false
length {"type":"string"} | abcd joi true model true, abcde joi false model true
OUT
node run.cjs | tee seen
diff expected seen
