#!/usr/bin/env bash
# serverless-offline 14.8.2 (velocityjs 2) beside Java's `URLEncoder` (any JDK with jshell), 2026-12-01, Node 20.
#
# Guess: `$util.urlEncode` makes of a text what may stand as a value in a form, as in API Gateway, whose recorded answers are those of
# Java's URLEncoder. Seen: it is JavaScript's `encodeURI`, which is for a whole address, and leaves & = + / ? # : as they are.
#
# Why it matters: its one use is the value of a form, Action=SendMessage&MessageBody=$util.urlEncode($input.params('note')). A note
# with & is cut there by the developer's machine, what follows is a parameter of its own, and a plus sign arrives as a
# blank; the service sends all of it. Encoded a second time, to mend that, it is encoded twice in the service.
set -euo pipefail
command -v jshell >/dev/null || apt-get install -qy --no-install-recommends default-jdk-headless >/dev/null
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
  query: { note: process.argv[2] },
  headers: {},
  info: { remoteAddress: "127.0.0.1" },
  raw: { req: { rawHeaders: ["Accept", "*/*"] } },
  payload: null,
};
// Without the `#set` the template would be read another way, see serverless-offline-types-of-quoted-values.sh.
const template = `#set($x = 1){"form": "Action=SendMessage&MessageBody=$util.urlEncode($input.params('note'))"}`;
const { form } = new LambdaIntegrationEvent(request, "dev", template, "/orders").create();
console.log(form);
console.log([...new URLSearchParams(form)]);
JS
cat >expected <<'OUT'
Java: salt+%26+pepper%3D1%2B1
Action=SendMessage&MessageBody=salt%20&%20pepper=1+1
[
  [ 'Action', 'SendMessage' ],
  [ 'MessageBody', 'salt ' ],
  [ ' pepper', '1 1' ]
]
OUT
{
  echo 'System.out.println("Java: " + java.net.URLEncoder.encode("salt & pepper=1+1", "UTF-8"))' | jshell -s -
  node run.mjs 'salt & pepper=1+1'
} | tee seen
diff expected seen
