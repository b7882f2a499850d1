#!/usr/bin/env bash
# serverless-offline 14.8.2 (jsonpath-plus 10), 2026-11-30, Node 20.
#
# Guess: `$input.path` and `$input.json` of a path with `[*]`, `..` or a filter give the list of what matches, as in the service,
# where Jayway JsonPath calls these paths indefinite. Seen: they give the first match alone, and nothing where the service has [].
# A `#foreach` over them has no round for a number, and a round for each member of an object.
#
# Why it matters: `"ids": $input.json('$.items[*].id')` is 1 on the developer's machine and [1,2] in the service. Who puts brackets
# around it because of that deploys a list in a list, and a loop over a filter is tested on the members of one item.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-offline@14.8.2
cat >run.mjs <<'JS'
import { pathToFileURL } from "node:url";
const part = (name) => import(pathToFileURL(`node_modules/serverless-offline/src/events/http/lambda-events/${name}.js`));
const { default: render } = await part("renderVelocityTemplateObject");
const { default: VelocityContext } = await part("VelocityContext");
const request = { method: "post", params: {}, query: {}, headers: {}, info: { remoteAddress: "127.0.0.1" }, raw: { req: { rawHeaders: [] } } };
const body = { items: [{ id: 1, size: "M" }, { id: 2, size: "L" }] };
const context = new VelocityContext(request, "dev", body, "/orders").getContext();
for (const path of ["$.items", "$.items[*].id", "$..id", "$.items[?(@.size == 'L')]", "$.items[?(@.size == 'S')]"]) {
  const { json } = render({ json: `#set($of = 1)$input.json("${path}")` }, context);
  const { rounds } = render({ rounds: `#foreach($of in $input.path("${path}"))+#end` }, context);
  console.log(path, "is", JSON.stringify(json), "rounds", rounds);
}
JS
cat >expected <<'OUT'
$.items is [{"id":1,"size":"M"},{"id":2,"size":"L"}] rounds ++
$.items[*].id is 1 rounds 
$..id is 1 rounds 
$.items[?(@.size == 'L')] is {"id":2,"size":"L"} rounds ++
$.items[?(@.size == 'S')] is "" rounds 
OUT
node run.mjs | tee seen
diff expected seen
