#!/usr/bin/env bash
# ajv-draft-04 1.0.0 with ajv 8.20.0, 2026-11-29, Node 20.
#
# Guess: a validator for draft 4 ignores the keywords of later drafts, as draft 4 says of unknown keywords.
# Seen: it enforces `const`, `contains`, `propertyNames` and `if`/`then`, accepts null for OpenAPI's `nullable`, and applies
# what stands beside a `$ref`. Only what changed its type (a numeric `exclusiveMinimum`, `true` as a schema) is refused.
#
# Why it matters: models of API Gateway are draft 4. A local check of a model with this package answers 400 where the
# service, whose validator does not know `const`, lets the request through, and passes a null that the service refuses.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-draft-04@1.0.0
cat >run.cjs <<'JS'
const Ajv = require("ajv-draft-04").default;
const valid = (schema, data) => new Ajv({ strict: false }).validate(schema, data);
const referring = { definitions: { s: { type: "string" } }, properties: { a: { $ref: "#/definitions/s", minLength: 5 } } };
console.log("const", valid({ const: 1 }, 2));
console.log("contains", valid({ contains: { type: "string" } }, [1]));
console.log("propertyNames", valid({ propertyNames: { maxLength: 1 } }, { ab: 1 }));
console.log("if/then", valid(JSON.parse('{"if": {"type": "number"}, "then": {"minimum": 5}}'), 1));
console.log("nullable", valid({ type: "string", nullable: true }, null));
console.log("beside $ref", valid(referring, { a: "x" }));
JS
cat >expected <<'OUT'
const false
contains false
propertyNames false
if/then false
nullable true
beside $ref false
OUT
node run.cjs | tee seen
diff expected seen
