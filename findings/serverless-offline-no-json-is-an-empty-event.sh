#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2), 2026-12-01, Node 20.
#
# Guess: if a request template prints what is no JSON, the request fails, as in the service, where Lambda refuses it ("Could not parse
# request body into json") and the function does not run; or the function gets the text. Seen: the function runs, with an empty
# event. A quote in a parameter, a comma too many and a number that is missing all come to that, as does JSON that is no object.
#
# Why it matters: what is to be learnt from running a template on the developer's machine is whether it prints JSON. A function that
# has defaults answers 200 there for `name=O"Hara`, and one without looks as if it had not been sent its parameters, while the
# service answers 500 to either, by the template's fault.
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
const event = (template, query) => {
  const request = {
    method: "get",
    params: {},
    query,
    headers: {},
    info: { remoteAddress: "127.0.0.1" },
    raw: { req: { rawHeaders: ["Accept", "*/*"] } },
    payload: null,
  };
  return new LambdaIntegrationEvent(request, "dev", template, "/orders").create();
};
const template = `#set($name = $input.params("name")){"name": "$name", "count": $input.params("count")}`;
for (const query of [{ name: "Hara", count: "2" }, { name: 'O"Hara', count: "2" }, { name: "Hara" }]) {
  console.log(JSON.stringify(query), "is", JSON.stringify(event(template, query)));
}
console.log("a comma too many is", JSON.stringify(event(`#set($x = 1){"name": "Hara",}`, {})));
console.log("a list is", JSON.stringify(event(`#set($x = 1)["Hara", 2]`, {})));
JS
cat >expected <<'OUT'
{"name":"Hara","count":"2"} is {"name":"Hara","count":2}
{"name":"O\"Hara","count":"2"} is {}
{"name":"Hara"} is {}
a comma too many is {}
a list is {}
OUT
node run.mjs 2>/dev/null | tee seen
diff expected seen
