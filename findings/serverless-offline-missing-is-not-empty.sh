#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2), 2026-12-01, Node 20.
#
# Guess: a parameter that was not sent equals the empty text, as in API Gateway, where that is how templates ask for it. Seen: it prints
# nothing, but it is JavaScript's undefined, which equals no text. `== ""` is false and `!= ""` true, for a member that is
# missing in the body too. The reverse holds for a parameter without `==`, `#if($input.params("page"))`, which is true in API
# Gateway whatever was sent.
#
# Why it matters: each condition on an optional parameter takes the other branch on the developer's machine than in the service. The
# default is never filled in, and the form that does work locally, without a comparison, is the one that never fails in the
# service. With quotes, `"$!input.params('page')" == ""`, both agree.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serverless-offline@14.8.2
cat >run.mjs <<'JS'
import { pathToFileURL } from "node:url";
const events = pathToFileURL("node_modules/serverless-offline/src/events/http/lambda-events/LambdaIntegrationEvent.js");
const { default: LambdaIntegrationEvent } = await import(events);
const request = {
  method: "post",
  params: {},
  query: {},
  headers: {},
  info: { remoteAddress: "127.0.0.1" },
  raw: { req: { rawHeaders: ["Accept", "*/*"] } },
  payload: { id: 7 },
};
for (const condition of [
  `$input.params("page") == ""`,
  `$input.params("page") != ""`,
  `$input.path("$.note") == ""`,
  `$input.params("page")`,
  `"$!input.params('page')" == ""`,
]) {
  // Without the `#set` the template would be read another way, see serverless-offline-types-of-quoted-values.sh.
  const template = `#set($x = 1){"is": #if(${condition})true#{else}false#end}`;
  console.log(condition, "is", new LambdaIntegrationEvent(request, "dev", template, "/orders").create().is);
}
JS
cat >expected <<'OUT'
$input.params("page") == "" is false
$input.params("page") != "" is true
$input.path("$.note") == "" is false
$input.params("page") is false
"$!input.params('page')" == "" is true
OUT
node run.mjs | tee seen
diff expected seen
