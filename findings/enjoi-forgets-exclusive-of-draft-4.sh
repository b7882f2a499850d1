#!/usr/bin/env bash
# enjoi 9.0.1 with joi 17.13.3 beside json-schema-to-zod 2.8.1 with zod 3.25.76 and ajv-draft-04 1.0.0 with ajv 8.20.0, 2026-12-01, Node 20.
#
# In JSON Schema's draft 4, `exclusiveMinimum` is true or false and belongs to `minimum`; later drafts made a number of it. Guess: a
# converter either reads the `$schema` and follows it, or refuses a keyword of the wrong type, so `"minimum": 0` with
# `"exclusiveMinimum": true` keeps 0 out. Seen: json-schema-to-zod writes `.gt(0)` for it. enjoi, which says in its readme what
# it leaves out (patternProperties), leaves this out too: 0 is let in, and so is the 10 of an exclusive maximum.
#
# Why it matters: models of API Gateway are draft 4, and a function behind a method that does not validate checks the body by the
# same model. The boundary is refused by the one and let through by the other: a price of 0 is stored where the model says that
# none is. No issue of the package's that a search found says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts enjoi@9.0.1 joi@17.13.3 json-schema-to-zod@2.8.1 zod@3.25.76 \
  ajv-draft-04@1.0.0 ajv@8.20.0
cat >run.mjs <<'JS'
import Ajv from "ajv-draft-04";
import enjoi from "enjoi";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { z } from "zod";
const model = {
  $schema: "http://json-schema.org/draft-04/schema#",
  type: "object",
  properties: {
    price: { type: "number", minimum: 0, exclusiveMinimum: true },
    share: { type: "integer", maximum: 10, exclusiveMaximum: true },
  },
};
const validators = {
  "ajv-draft-04": new Ajv().compile(model),
  zod: (body) => new Function("z", `return ${jsonSchemaToZod(model)}`)(z).safeParse(body).success,
  enjoi: (body) => enjoi.schema(model).validate(body).error === undefined,
};
for (const [name, isValid] of Object.entries(validators)) {
  const taken = [{ price: -1 }, { price: 0 }, { price: 1 }, { share: 9 }, { share: 10 }, { share: 11 }].filter(isValid);
  console.log(`${name} takes`, JSON.stringify(taken));
}
JS
cat >expected <<'OUT'
ajv-draft-04 takes [{"price":1},{"share":9}]
zod takes [{"price":1},{"share":9}]
enjoi takes [{"price":0},{"price":1},{"share":9},{"share":10}]
OUT
node run.mjs | tee seen
diff expected seen
