#!/usr/bin/env bash
# AWS's command line 2.9.19 (Debian's `awscli` 2.9.19-1), 2026-11-30, before a server here that keeps what it is sent.
#
# `--response-templates` takes JSON, or the shorthand `TYPE=TEXT`; any parameter is read from a file if it begins with `file://`. Guess:
# `application/json=file://order.vtl` reads the template, or is refused. Seen: only a parameter as a whole is looked at. The
# template that is stored is the text `file://order.vtl`, and the exit code is 0. The same in a patch of update-integration-response.
#
# Why it matters: templates are kept in files, and the shorthand spares the escaping of one as a JSON string, for which there is no
# other way without a program. Clients are answered 200 with `file://order.vtl` as the body; a request template sends it on.
set -euo pipefail
[ -x /usr/bin/aws ] || apt-get install -qy --no-install-recommends awscli >/dev/null
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
echo '{"id": $input.json("$.id")}' >order.vtl
cat >server.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
const server = createServer(async (request, response) => {
  const { responseTemplates, patchOperations } = JSON.parse(await text(request));
  console.log(JSON.stringify(responseTemplates ?? patchOperations[0].value));
  response.setHeader("content-type", "application/json").end("{}");
});
server.listen(0, "127.0.0.1", () => writeFileSync("port", `${server.address().port}`));
JS
node server.mjs >seen &
server=$!
until [ -s port ]; do sleep 0.1; done
export AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
send() {
  /usr/bin/aws --no-cli-pager --endpoint-url "http://127.0.0.1:$(cat port)" apigateway "$1" --rest-api-id a --resource-id b \
    --http-method GET --status-code 200 "${@:2}" >/dev/null
}
send put-integration-response --response-templates application/json=file://order.vtl
send update-integration-response --patch-operations op=replace,path=/responseTemplates/application~1json,value=file://order.vtl
cat >expected <<'OUT'
{"application/json":"file://order.vtl"}
"file://order.vtl"
OUT
cat seen
diff expected seen
