import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServedProgram } from "./served-program.js";

/** Functions that do to their process whatever comes to mind. */
const HANDLERS = `
export const fine = async (event) => ({ statusCode: 200, body: JSON.stringify({ path: event.path }) });
export const hangs = () => new Promise(() => setInterval(() => {}, 1000));
export const spins = () => { for (;;) {} };
export const throws = () => { throw new Error("thrown"); };
export const rejects = () => { setTimeout(() => Promise.reject(new Error("late")), 1); return new Promise(() => setInterval(() => {}, 1000)); };
export const exits = () => process.exit(3);
export const aborts = () => { process.nextTick(() => { throw new Error("outside of the handler"); }); return new Promise(() => {}); };
export const kills = () => { process.kill(process.pid, 0); process.abort(); };
export const floods = async () => {
  for (let i = 0; i < 20000; i++) { console.log("x".repeat(1000)); console.error("y".repeat(1000)); }
  return { statusCode: 200, body: "flooded" };
};
export const fills = async () => { const all = []; for (;;) all.push(new Array(100000).fill({ a: 1 })); };
export const large = async () => ({ statusCode: 200, body: "z".repeat(7000000) });
export const circular = async () => { const a = { statusCode: 200 }; a.a = a; return a; };
export const nonsense = async () => ({ statusCode: "many", headers: 7 });
export const split = async () => ({ statusCode: 200, headers: { "X-A": "1\\r\\nX-B: 2" }, body: "" });
`;

const NAMES = [...HANDLERS.matchAll(/export const (\w+)/g)].map(([, name]) => name ?? "");

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: nodejs20.x, CodeUri: code } }
Resources:
${NAMES.map(
  (name) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.${name}
      Timeout: ${/^(?:hangs|spins|fills)$/.test(name) ? 1 : 600}
      Events: { Api: { Type: Api, Properties: { Path: /${name}, Method: get } } }
`,
).join("")}`;

describe("a handler", () => {
  let folder: string;
  let program: ServedProgram;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vtl-handlers-"));
    await writeFile(join(folder, "template.yaml"), TEMPLATE);
    await writeFile(join(folder, "package.json"), '{"type": "module"}');
    await mkdir(join(folder, "code"));
    await writeFile(join(folder, "code/index.mjs"), HANDLERS);
    program = await ServedProgram.start(["template.yaml"], folder);
  });
  afterAll(async () => {
    await program.end();
    await rm(folder, { recursive: true });
  });

  const failed = { status: 502, body: '{"message": "Internal server error"}' };

  it.each([
    ["hangs", failed],
    ["spins", failed],
    ["throws", failed],
    ["rejects", failed],
    ["exits", failed],
    ["aborts", failed],
    ["kills", failed],
    ["fills", failed],
    ["large", failed],
    ["circular", failed],
    ["nonsense", failed],
    ["split", { status: 200, body: "" }],
    ["floods", { status: 200, body: "flooded" }],
  ])("that %s has its answer, and the server goes on", async (name, answer) => {
    const answers = await Promise.all([program.get(`/${name}`), program.get("/fine")]);
    expect(answers).toEqual([answer, { status: 200, body: '{"path":"/fine"}' }]);
    expect(program.runs).toBe(true);
  });
});
