import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createGateway } from "../../create-gateway.js";
import { apiWith, integration, route } from "../../testing/definitions.js";
import { httpBackend } from "../backends/http-backend.js";
import { startServer } from "./start-server.js";

/** A backend that is told when to go on, behind a server with an HTTP proxy that streams. */
async function servedStream() {
  const backend = createServer();
  backend.listen(0, "127.0.0.1");
  await once(backend, "listening");
  const uri = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/`;
  const declared = integration({ type: "HTTP_PROXY", uri, httpMethod: "GET", streams: true, responses: [] });
  const gateway = createGateway(apiWith(route({ integration: declared })), { backends: [httpBackend()] });
  const server = await startServer({ api: () => ({ gateway }), port: 0 });
  const client = httpRequest(`${server.url}/`, { agent: false });
  const asked = once(backend, "request");
  client.end();
  const [, toBackend] = await asked;
  const close = async () => {
    server.abort();
    backend.closeAllConnections();
    backend.close();
    await server.close();
  };
  return { client, toBackend, close };
}

it("a client has each piece before the backend has ended", async () => {
  const { client, toBackend, close } = await servedStream();
  toBackend.writeHead(201, { "Content-Type": "text/event-stream" });
  toBackend.write("data: 1\n\n");
  const [response] = (await once(client, "response")) as [IncomingMessage];
  expect([response.statusCode, response.headers["content-type"]]).toEqual([201, "text/event-stream"]);
  const pieces = response[Symbol.asyncIterator]();
  expect(String((await pieces.next()).value)).toBe("data: 1\n\n");
  toBackend.write("data: 2\n\n");
  expect(String((await pieces.next()).value)).toBe("data: 2\n\n");
  toBackend.end();
  expect((await pieces.next()).done).toBe(true);
  await close();
});

it("a body that breaks off ends the connection, so that nobody takes it for all", async () => {
  const { client, toBackend, close } = await servedStream();
  toBackend.write("part");
  const [response] = (await once(client, "response")) as [IncomingMessage];
  const read = (async () => {
    for await (const _ of response);
  })();
  toBackend.destroy();
  await expect(read).rejects.toThrow("aborted");
  await close();
});
