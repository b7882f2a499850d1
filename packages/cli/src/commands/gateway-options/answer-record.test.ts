import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vtlOnDisk } from "../../testing/disk-io.js";
import { vtl } from "../../testing/memory-io.js";

const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"];

let server: Server;
let folder: string;
let api: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vtl-record-"));
  server = createServer(({ url }, response) => response.end(`answer of ${url}`)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const paths = NAMES.map((name) => {
    const uri = `http://127.0.0.1:${port}/${name}`;
    const integration = { type: "http_proxy", httpMethod: "GET", uri };
    return [`/${name}`, { get: { "x-amazon-apigateway-integration": integration } }];
  });
  api = JSON.stringify({ openapi: "3.0.1", paths: Object.fromEntries(paths) });
  writeFileSync(join(folder, "api.json"), api);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const recordedIn = (text: string): readonly string[] =>
  (JSON.parse(text) as { answers: { request: string }[] }).answers.map(({ request }) => request);

describe("runs that record into one file at once", () => {
  it("lose nothing of one another", async () => {
    const record = join(folder, "record.json");
    const runs = NAMES.map((name) =>
      vtlOnDisk(["invoke", join(folder, "api.json"), "GET", `/${name}`, "--record", record], folder),
    );
    expect((await Promise.all(runs)).map(({ code, stdout }) => [code, stdout])).toEqual(
      NAMES.map((name) => [0, `answer of /${name}`]),
    );
    expect([...recordedIn(readFileSync(record, "utf8"))].sort()).toEqual(NAMES.map((name) => `GET /${name}`));
  });

  it("keep what another has written when they are about to write", async () => {
    const record = (answer: string) => JSON.stringify({ answers: [{ request: answer, respond: { status: 204 } }] });
    const others = ["GET /x", "GET /y"];
    const { code, io } = await vtl(["invoke", "api.json", "GET", "/a", "--record", "r.json"], {
      files: { "api.json": api, "r.json": record("GET /w") },
      beforeWrite: (path, world) => {
        const next = path === "r.json" ? others.shift() : undefined;
        if (next === undefined) return;
        const { answers } = JSON.parse(world.text("r.json") ?? "") as { answers: object[] };
        world.save("r.json", JSON.stringify({ answers: [...answers, { request: next, respond: { status: 204 } }] }));
      },
    });
    expect(code).toBe(0);
    expect(recordedIn(io.text("r.json") ?? "")).toEqual(["GET /w", "GET /x", "GET /y", "GET /a"]);
  });
});
