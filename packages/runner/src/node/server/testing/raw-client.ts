import { once } from "node:events";
import { connect } from "node:net";

/** Sends bytes to a port of this machine and gives all that comes back until the connection ends. */
export async function sendRaw(port: number, ...pieces: readonly (string | Uint8Array)[]): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1" });
  let received = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
  });
  // A server that refuses may close before it has read everything.
  socket.on("error", () => {});
  for (const piece of pieces) socket.write(piece);
  await once(socket, "close");
  return received;
}
