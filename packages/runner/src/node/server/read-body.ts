import type { IncomingMessage } from "node:http";

const NOTHING = new Uint8Array(0);

/** Whether the headers already say that the body is longer than `limit` bytes. */
export function declaresMoreThan(limit: number, request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > limit;
}

/**
 * Reads a request's body, of which no more than `limit` bytes are kept.
 * @returns `too-large` as soon as that is known; what is left is then unread
 * @throws when the connection breaks
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | "too-large"> {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (length === undefined || Number(length) === 0)) return NOTHING;
  if (declaresMoreThan(limit, request)) return "too-large";
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        chunks.length = 0;
        resolve("too-large");
      } else {
        chunks.push(chunk);
      }
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("the connection was closed before the body was complete")));
  });
}
