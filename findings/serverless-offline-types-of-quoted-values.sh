#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2), 2026-11-30, Node 20.
#
# Guess: a request template is rendered, and the JSON that it prints is the function's event. Seen: a template that is JSON by
# itself, before it is rendered, is parsed first. Each of its texts is then a template of its own, whose output is parsed
# again: "$input.params('id')" is the number 12 for ?id=12, null for ?id=null, a list for [1]. References in lists are not
# rendered at all. One `#set` in front, by which the source is no JSON any more, and the same template behaves as in the service.
#
# Why it matters: functions get numbers on the developer's machine where the service hands them texts, so that
# `event.id === 12` and `event.id + 1` pass every local test and fail once deployed, and postcodes lose their type by chance.
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
const request = {
  method: "get",
  params: {},
  query: { id: "12", zip: "null", of: "[1]" },
  headers: {},
  info: { remoteAddress: "127.0.0.1" },
  raw: { req: { rawHeaders: [] } },
};
const context = new VelocityContext(request, "dev", {}, "/orders").getContext();
const template = `{"id": "$input.params('id')", "zip": "$input.params('zip')", "of": "$input.params('of')", "all": ["$input.params('id')"]}`;
console.log("as it is", JSON.stringify(render(template, context)));
console.log("with #set", JSON.stringify(render(`#set($x = 1)${template}`, context)));
JS
cat >expected <<'OUT'
as it is {"id":12,"zip":null,"of":[1],"all":["$input.params('id')"]}
with #set {"id":"12","zip":"null","of":"[1]","all":["12"]}
OUT
node run.mjs | tee seen
diff expected seen
