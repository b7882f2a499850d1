/** Node's HTTP server answering the bench's requests by hand: no server on Node can be expected to do better. */
import { createServer } from "node:http";

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const order = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const url = new URL(request.url ?? "", "http://localhost");
    const body = JSON.stringify({
      id: url.pathname.split("/")[2],
      stage: "test",
      tenant: request.headers["x-tenant"],
      lines: order.items.map((_item, index) => ({ number: index + 1, dry: url.searchParams.get("dry") })),
    });
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.error(`http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);
});
