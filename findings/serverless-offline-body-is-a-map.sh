#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2), 2026-12-01, Node 20.
#
# Guess: `$input.body` is the text of the body, as in API Gateway. Seen: it is the body's JSON after parsing, and prints as a map of
# Java's does, {id=7, to={city=Oslo}}; encoded as base64 it is the text "[object Object]". (A comment in the source says "not a
# string yet", and issue 60 of 2016, long closed, mentions it.) An empty body prints {} in both.
#
# Why it matters: the text of the body is what templates hand on where the receiver wants a text: a message of SQS, data of Kinesis, the
# input of an execution. The same template that sends JSON from the service sends Java's notation from the developer's machine,
# with status 200; `$input.json('$')` prints JSON in both, but not the client's own blanks, order of digits and signature.
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
  payload: { id: 7, to: { city: "Oslo" } },
};
for (const value of ["$input.body", "$util.base64Encode($input.body)", "$util.base64Decode($util.base64Encode($input.body))"]) {
  // Without the `#set` the template would be read another way, see serverless-offline-types-of-quoted-values.sh.
  const template = `#set($x = 1){"is": "${value}"}`;
  console.log(value, "is", new LambdaIntegrationEvent(request, "dev", template, "/orders").create().is);
}
JS
cat >expected <<'OUT'
$input.body is {id=7, to={city=Oslo}}
$util.base64Encode($input.body) is W29iamVjdCBPYmplY3Rd
$util.base64Decode($util.base64Encode($input.body)) is [object Object]
OUT
node run.mjs | tee seen
diff expected seen
