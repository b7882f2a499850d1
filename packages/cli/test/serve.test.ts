import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { itemsApi } from "../src/testing/api-texts.js";
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
    await eventually(() => expect(program.stderr).toContain("[loaded again]"));
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
    await eventually(() => expect(program.stderr).toContain("[ending"));
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
    await eventually(() => expect(program.stderr).toContain("[ending"));
    program.signal("SIGINT");
    expect(await program.ended).toEqual([0, null]);
  });
});
