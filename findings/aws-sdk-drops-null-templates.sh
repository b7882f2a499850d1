#!/usr/bin/env bash
# @aws-sdk/client-api-gateway 3.1142.0, 2026-11-30, Node 20, before a server here that answers as the service does.
#
# A content type without a template is `null` in the service's answers; the example of get-integration-response in the manual of
# AWS's command line has nothing but "application/json": null. Guess: what GetIntegrationResponse gives can be given to
# PutIntegrationResponse, so that the two copy an integration. Seen: the client reads the null and hands it on, and leaves it
# out when it writes, with its key. (An empty template is written.)
#
# Why it matters: a script that copies an API, or puts an integration back after a test, changes which types are mapped. Where
# only one other template is left, the service takes that one for the clients that got the body as it was.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @aws-sdk/client-api-gateway@3.1142.0
cat >run.mjs <<'JS'
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { APIGatewayClient, GetIntegrationResponseCommand, PutIntegrationResponseCommand } from "@aws-sdk/client-api-gateway";

const stored = { responseTemplates: { "application/json": null, "text/plain": "", "application/xml": "<order/>" } };
const server = createServer(async (request, response) => {
  if (request.method === "PUT") console.log("written", JSON.parse(await text(request)).responseTemplates);
  response.setHeader("content-type", "application/json").end(JSON.stringify(stored));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const client = new APIGatewayClient({
  region: "us-east-1",
  endpoint: `http://127.0.0.1:${server.address().port}`,
  credentials: { accessKeyId: "id", secretAccessKey: "key" },
});
const of = { restApiId: "api", resourceId: "resource", httpMethod: "GET", statusCode: "200" };
const { responseTemplates } = await client.send(new GetIntegrationResponseCommand(of));
console.log("read", responseTemplates);
await client.send(new PutIntegrationResponseCommand({ ...of, responseTemplates }));
server.close();
client.destroy();
JS
cat >expected <<'OUT'
read {
  'application/json': null,
  'text/plain': '',
  'application/xml': '<order/>'
}
written { 'text/plain': '', 'application/xml': '<order/>' }
OUT
node run.mjs 2>/dev/null | tee seen
diff expected seen
