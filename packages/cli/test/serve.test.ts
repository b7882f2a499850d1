import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { itemsApi } from "../src/testing/api-texts.js";
import { malformedRequest } from "./malformed-request.js";
import { ServedProgram } from "./served-program.js";

const api = (member: string): string =>
  itemsApi(`{"${member}": "$input.params("id")", "body": $input.json("$")}`, "x-amazon-apigateway-any-method");

let folder: string;
let program: ServedProgram;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vtl-serve-"));
  await writeFile(join(folder, "api.yaml"), api("id"));
  program = await ServedProgram.start(["api.yaml"], folder);
});
afterEach(async () => {
  await program.end();
  await rm(folder, { recursive: true });
});

/** Longer than any answer takes; what waits for more bytes is left then. */
const PATIENCE_MS = 3000;

/** Sends bytes and nothing more, and gives what comes back until the server closes or patience ends. */
function sendBytes(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect({ port, host: "127.0.0.1" });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
    socket.end(bytes);
  });
}

describe("the built vtl serve", () => {
  it("serves the API and the page with all of its parts", async () => {
    expect(await program.get("/items/7")).toEqual({ status: 200, body: '{"id": "7", "body": {}}' });
    const page = await program.get("/_vtl");
    for (const [, path] of page.body.matchAll(/(?:src|href)="(\/_vtl\/[^"]+)"/g)) {
      expect((await program.get(path ?? "")).status).toBe(200);
    }
  });

  it("loads again what an editor replaces", async () => {
    await writeFile(join(folder, "api.yaml"), api("name"));
    await vi.waitFor(() => expect(program.stderr).toContain("[loaded again]"), { timeout: 10_000 });
    expect((await program.get("/items/7")).body).toBe('{"name": "7", "body": {}}');
  });

  it("ends with Ctrl-C", async () => {
    await program.get("/items/7");
    program.signal("SIGINT");
    expect(await program.ended).toEqual([0, null]);
  });

  it("finishes a request that runs when it is asked to terminate", async () => {
    const socket = connect({ port: program.port, host: "127.0.0.1" });
    let received = "";
    socket.on("data", (chunk) => {
      received += String(chunk);
    });
    socket.write("POST /items/7 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{");
    await program.get("/items/7");
    program.signal("SIGTERM");
    await vi.waitFor(() => expect(program.stderr).toContain("[ending"), { timeout: 10_000 });
    expect(program.runs).toBe(true);
    socket.write("}");
    expect(await program.ended).toEqual([0, null]);
    expect(received).toContain('{"id": "7", "body": {}}');
  });

  it("ends at once with a second Ctrl-C", async () => {
    const socket = connect({ port: program.port, host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.write("POST /items/7 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{");
    await program.get("/items/7");
    program.signal("SIGINT");
    await vi.waitFor(() => expect(program.stderr).toContain("[ending"), { timeout: 10_000 });
    program.signal("SIGINT");
    expect(await program.ended).toEqual([0, null]);
  });

  it("answers 10,000 malformed requests, and goes on", async () => {
    const requests = fc.sample(malformedRequest, { seed: 20_250_131, numRuns: 10_000 });
    const odd: string[] = [];
    let answered = 0;
    let refused = 0;
    const next = requests.entries();
    const sender = async () => {
      for (const [, bytes] of next) {
        const answer = await sendBytes(program.port, bytes);
        if (answer !== "") answered++;
        if (/^HTTP\/1\.1 4/.test(answer)) refused++;
        if (answer !== "" && !/^HTTP\/1\.1 [1-5]\d\d /.test(answer)) odd.push(answer);
      }
    };
    await Promise.all(Array.from({ length: 20 }, sender));
    expect(odd).toEqual([]);
    expect(answered).toBeGreaterThan(9000);
    expect(refused).toBeGreaterThan(5000);
    expect(program.runs).toBe(true);
    expect(program.stdout).not.toContain("defect");
    expect(program.stderr).toMatch(/^items is served at \S+\nthe page is at \S+; Ctrl-C ends\n$/);
    expect((await program.get("/items/7")).status).toBe(200);
  }, 240_000);
});
