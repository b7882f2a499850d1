#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2), 2026-12-01, Node 20.
#
# Guess: `$util.escapeJavaScript` makes of a text with a line break, between quotes, a string of JSON, as in API Gateway, which escapes
# with commons-lang. Seen: quotes, backslashes and carriage returns are escaped; a line feed is escaped and then put back, so that the
# string holds a real one, which is no JSON. (The source names issue 26 as the reason.) The event is then empty, see
# serverless-offline-no-json-is-an-empty-event.sh.
#
# Why it matters: it is the function for texts from clients, and notes and addresses have several lines. The template is right, the service
# runs it, and on the developer's machine the function is called without anything as soon as a text has a second line.
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
const event = (template, note) => {
  const request = {
    method: "post",
    params: {},
    query: {},
    headers: {},
    info: { remoteAddress: "127.0.0.1" },
    raw: { req: { rawHeaders: ["Accept", "*/*"] } },
    payload: { note },
  };
  return JSON.stringify(new LambdaIntegrationEvent(request, "dev", `#set($x = 1)${template}`, "/orders").create());
};
const escaped = "$util.escapeJavaScript($input.path('$.note'))";
for (const note of ['"one" two', "one\rtwo", "one\ntwo"]) {
  console.log(JSON.stringify(note), "is", event(`{"note": "${escaped}"}`, note));
  console.log("  by way of", event(`{"note": "$util.urlEncode(${escaped})"}`, note));
}
JS
cat >expected <<'OUT'
"\"one\" two" is {"note":"\"one\" two"}
  by way of {"note":"%5C%22one%5C%22%20two"}
"one\rtwo" is {"note":"one\rtwo"}
  by way of {"note":"one%5Crtwo"}
"one\ntwo" is {}
  by way of {"note":"one%0Atwo"}
OUT
node run.mjs 2>/dev/null | tee seen
diff expected seen
