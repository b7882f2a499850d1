#!/usr/bin/env bash
# jsonpath-plus 11.3.0, and 10.3.0, which serverless-offline 14 has, beside jsonpath 1.3.0, 2026-11-30, Node 20.
#
# Names with an at sign are what JSON-LD has ("@id", "@type") and converters of XML make of attributes. jsonpath-plus has operators of
# its own that begin with one, `@string()`. Guess: `$.order['@id']`, in quotes and without parentheses, is a member, or an error, or
# needs the backtick that the readme has for such names, but one of these. Seen: it depends on the data. Below the top level the
# member is found where it exists; where it does not, and at the top level whether it exists or not, it is taken for an operator
# and throws, with a message about JSON or a "value type" cut out of the name. A filter reads it everywhere.
#
# Why it matters: emulators of mapping templates and tools for rules use this library. `$input.path("$.order['@id']")` works with the
# sample body, and the first request without the optional member is an error on the developer's machine alone: the service, and
# jsonpath, find the member at every level and nothing where there is none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsonpath-plus@11.3.0 jsonpath-plus-10@npm:jsonpath-plus@10.3.0 jsonpath@1.3.0
cat >run.mjs <<'JS'
import jsonpath from "jsonpath";
import { JSONPath } from "jsonpath-plus";
import { JSONPath as JSONPath10 } from "jsonpath-plus-10";
const engines = {
  "11.3.0": (json, path) => JSONPath({ path, json, wrap: true }),
  "10.3.0": (json, path) => JSONPath10({ path, json, wrap: true }),
  jsonpath: (json, path) => jsonpath.query(json, path),
};
const read = (engine, json, path) => {
  try {
    return JSON.stringify(engine(json, path));
  } catch (error) {
    return error.message;
  }
};
const bodies = [
  [{ order: { "@id": 7 } }, "$.order['@id']"],
  [{ order: { id: 7 } }, "$.order['@id']"],
  [{ "@id": 7 }, "$['@id']"],
  [{ items: [{ "@id": 7 }, { "@id": 8 }] }, "$.items[*]['@id']"],
  [{ items: [{ "@id": 7 }, { id: 8 }] }, "$.items[*]['@id']"],
  [{ items: [{ "@id": 7 }, { id: 8 }] }, "$.items[?(@['@id'] == 7)]"],
];
for (const [body, path] of bodies) {
  console.log(`${path} of ${JSON.stringify(body)}`);
  for (const [name, engine] of Object.entries(engines)) console.log(`  ${name}: ${read(engine, body, path)}`);
}
JS
cat >expected <<'OUT'
$.order['@id'] of {"order":{"@id":7}}
  11.3.0: [7]
  10.3.0: [7]
  jsonpath: [7]
$.order['@id'] of {"order":{"id":7}}
  11.3.0: Unexpected token '@', "@i" is not valid JSON
  10.3.0: Unknown value type 
  jsonpath: []
$['@id'] of {"@id":7}
  11.3.0: Unexpected token '@', "@i" is not valid JSON
  10.3.0: Unknown value type 
  jsonpath: [7]
$.items[*]['@id'] of {"items":[{"@id":7},{"@id":8}]}
  11.3.0: [7,8]
  10.3.0: [7,8]
  jsonpath: [7,8]
$.items[*]['@id'] of {"items":[{"@id":7},{"id":8}]}
  11.3.0: Unexpected token '@', "@i" is not valid JSON
  10.3.0: Unknown value type 
  jsonpath: [7]
$.items[?(@['@id'] == 7)] of {"items":[{"@id":7},{"id":8}]}
  11.3.0: [{"@id":7}]
  10.3.0: [{"@id":7}]
  jsonpath: [{"@id":7}]
OUT
node run.mjs | tee seen
diff expected seen
