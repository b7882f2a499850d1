import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { itemsApi } from "../src/testing/api-texts.js";
import { malformedRequest } from "./malformed-request.js";
import { ServedProgram } from "./served-program.js";

const API = itemsApi(`{"id": "$input.params("id")", "body": $input.json("$")}`, "x-amazon-apigateway-any-method");

let folder: string;
let program: ServedProgram;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vtl-serve-"));
  await writeFile(join(folder, "api.yaml"), API);
  program = await ServedProgram.start(["api.yaml"], folder);
});
afterEach(async () => {
  await program.end();
  await rm(folder, { recursive: true });
});

/** Sends bytes and that no more will come, and gives what comes back until the server closes. */
function sendBytes(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect({ port, host: "127.0.0.1" });
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
    socket.end(bytes);
  });
}

it("the built vtl serve answers 10,000 malformed requests, and goes on", async () => {
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
});
