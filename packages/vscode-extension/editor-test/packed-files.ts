import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = { cjs: "text/javascript", wasm: "application/wasm" };

/** Serves the files of the built extension to a browser, and an empty page. */
export class PackedFiles {
  /** The files that were asked for. */
  readonly served: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(({ url = "/" }, response) => {
      const name = url.slice(1);
      this.served.push(name);
      if (name !== "" && !existsSync(dist + name)) response.statusCode = 404;
      response.setHeader("content-type", TYPES[name.split(".").at(-1) ?? ""] ?? "text/html");
      response.end(response.statusCode === 200 && name !== "" ? readFileSync(dist + name) : "<!DOCTYPE html>");
    });
  }

  /** Gives the address of the page. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.close();
  }
}
