#!/usr/bin/env bash
# zod 4.6.7 with ajv-draft-04 1.0.0 and ajv 8.20.0, 2026-12-01, Node 20.
#
# `toJSONSchema(schema, { target: "draft-4" })` was added for API Gateway's models (issue 4789 of zod). Types that JSON Schema does not
# have, such as dates, are an error. Guess: so is what draft 4 has no keyword for, or it is written another way, since it can
# be. Seen: `z.record` is written without its names. Draft 4 has no `propertyNames`, but it has `properties`, `patternProperties`
# and `additionalProperties: false`; any name is allowed then. And a pattern is written without its flags, so that
# /^[a-z]+$/i, which zod itself goes by, refuses capitals.
#
# Why it matters: the service validates with the model, and the template behind it prints what came through, `#foreach` over the names
# for instance. Names that the program's own check refuses get there, and codes that it takes are refused with 400 before any
# template runs; nothing says so when the model is made.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zod@4.6.7 ajv-draft-04@1.0.0 ajv@8.20.0
cat >run.cjs <<'JS'
const { z } = require("zod");
const { default: Ajv } = require("ajv-draft-04");
const check = (name, schema, value) => {
  const { $schema: _, ...model } = z.toJSONSchema(schema, { target: "draft-4" });
  console.log(name, JSON.stringify(model));
  console.log(JSON.stringify(value), "zod", schema.safeParse(value).success, "model", new Ajv().validate(model, value));
};
check("names", z.record(z.enum(["small", "large"]), z.number()), { small: 1, large: 2, huge: 3 });
check("some names", z.partialRecord(z.enum(["small", "large"]), z.number()), { huge: 3 });
check("pattern of names", z.record(z.string().regex(/^x-/), z.number()), { y: 3 });
check("flags", z.string().regex(/^[a-z]+$/i), "ABC");
try {
  z.toJSONSchema(z.date(), { target: "draft-4" });
} catch ({ message }) {
  console.log(message);
}
JS
cat >expected <<'OUT'
names {"type":"object","additionalProperties":{"type":"number"},"required":["small","large"]}
{"small":1,"large":2,"huge":3} zod false model true
some names {"type":"object","additionalProperties":{"type":"number"}}
{"huge":3} zod false model true
pattern of names {"type":"object","additionalProperties":{"type":"number"}}
{"y":3} zod false model true
flags {"type":"string","pattern":"^[a-z]+$"}
"ABC" zod true model false
Date cannot be represented in JSON Schema
OUT
node run.cjs | tee seen
diff expected seen
