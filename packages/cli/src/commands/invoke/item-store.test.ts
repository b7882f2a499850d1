import { readFileSync } from "node:fs";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";

const FOLDER = "fixtures/apis/item-store";
const fixture = (name: string) => readFileSync(new URL(`../../../../../${FOLDER}/${name}`, import.meta.url), "utf8");
const files = Object.fromEntries(["template.yaml", "items.json"].map((name) => [`${FOLDER}/${name}`, fixture(name)]));
const invoke = (...args: string[]) => vtl(["invoke", `${FOLDER}/template.yaml`, ...args], { files });
const JSON_TYPE = ["-H", "Content-Type: application/json"];

const running: MemoryIo[] = [];
afterEach(() => {
  for (const io of running.splice(0)) {
    io.interrupt();
    io.interrupt();
  }
});

/** What the README shows of a command: the block after it. */
function readmeOutput(): { args: string[]; output: string } {
  const [, command = "", output = ""] =
    /```sh\nnpx vtl (invoke [^\n]*)\n```\n\n```json\n([\s\S]*?)```/.exec(fixture("README.md")) ?? [];
  return { args: command.split(" "), output };
}

describe("the item store of fixtures/apis", () => {
  it("gives an item by the one command of its README, without an account or a network", async () => {
    const { args, output } = readmeOutput();
    const { code, io } = await vtl(args, { files });
    expect([code, io.stdout.text, io.stderr.text]).toEqual([0, output, ""]);
  });

  it("stores an item and gives it back, while it is served", async () => {
    const io = new MemoryIo({ files });
    running.push(io);
    const ended = run(["serve", `${FOLDER}/template.yaml`, "--port", "0"], io);
    await eventually(() => expect(io.stderr.text).toContain("is served at "));
    const [url = ""] = /http:\S+/.exec(io.stderr.text) ?? [];
    const item = { name: `Jo's "best" \\ cake`, price: 4.25, tags: ["sweet", "it's"] };
    const stored = await fetch(`${url}/items`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(item),
    });
    expect([stored.status, await stored.json()]).toEqual([201, { message: "stored" }]);
    const found = await fetch(`${url}/items/${encodeURIComponent(item.name)}`);
    expect([found.status, await found.json()]).toEqual([200, item]);
    io.interrupt();
    expect(await ended).toBe(0);
  });

  it("answers from a record as from its database, whichever items are asked for first", async () => {
    const get = (name: string, more: readonly string[], world = files) =>
      vtl(["invoke", `${FOLDER}/template.yaml`, "GET", `/items/${name}`, "-i", ...more], { files: world });
    const statusAndBody = (text: string) => [text.split("\n")[0], text.split("\n\n").slice(1).join("\n\n")];
    const withItems = ["--items", `${FOLDER}/items.json`, "--record", "record.json"];
    const first = await get("tea", withItems);
    const record = first.io.text("record.json") ?? "";
    const second = await get("none", withItems, { ...files, "record.json": record });
    const both = { ...files, "record.json": second.io.text("record.json") ?? "" };
    expect(JSON.parse(both["record.json"]).answers).toMatchObject([
      { request: "GET /items/tea", service: "dynamodb", action: "GetItem", respond: { status: 200 } },
      { request: "GET /items/none", service: "dynamodb", action: "GetItem", respond: { status: 200, body: {} } },
    ]);
    for (const [name, recorded] of [
      ["none", second],
      ["tea", first],
    ] as const) {
      // Without the items, so that only the record knows them.
      const { io } = await get(name, ["--stub", "record.json"], both);
      expect(statusAndBody(io.stdout.text)).toEqual(statusAndBody(recorded.io.stdout.text));
    }
  });

  it("is recorded while it is served", async () => {
    const io = new MemoryIo({ files });
    running.push(io);
    const ended = run(["serve", `${FOLDER}/template.yaml`, "--port", "0", "--record", "record.json"], io);
    await eventually(() => expect(io.stderr.text).toContain("is served at "));
    const [url = ""] = /http:\S+/.exec(io.stderr.text) ?? [];
    const answers = () =>
      JSON.parse(io.text("record.json") ?? '{"answers": []}').answers.map((each: { request: string }) => each.request);
    await fetch(`${url}/items/tea`);
    await eventually(() => expect(answers()).toEqual(["GET /items/tea"]));
    await fetch(`${url}/items/cake`);
    io.interrupt();
    expect(await ended).toBe(0);
    expect(answers()).toEqual(["GET /items/cake", "GET /items/tea"]);
  });

  it("says at the end of what was served that the record cannot be written", async () => {
    const io = new MemoryIo({ files });
    running.push(io);
    const ended = run(["serve", `${FOLDER}/template.yaml`, "--port", "0", "--record", "missing/record.json"], io);
    await eventually(() => expect(io.stderr.text).toContain("is served at "));
    const [url = ""] = /http:\S+/.exec(io.stderr.text) ?? [];
    await fetch(`${url}/items/tea`);
    io.interrupt();
    expect(await ended).toBe(2);
    expect(io.stderr.text).toContain("cannot write missing/record.json");
  });

  it("stores no item twice, and none that the model refuses", async () => {
    const body = ["-d", '{"name": "tea", "price": 1}'];
    const twice = await invoke("POST", "/items", ...JSON_TYPE, ...body, "--items", `${FOLDER}/items.json`, "-i");
    expect(twice.io.stdout.text).toMatch(
      /^HTTP\/1\.1 409 Conflict\n[\s\S]*\{"message": "The conditional request failed"\}\n$/,
    );
    const refused = await invoke("POST", "/items", ...JSON_TYPE, "-d", '{"name": "tea", "price": -1}');
    expect([refused.code, refused.io.stdout.text]).toEqual([
      1,
      '{"message": "Invalid request body", "operation": "PutItem"}',
    ]);
  });

  it("answers 404 for an item that is not there, and 415 for a body that is no JSON", async () => {
    const missing = await invoke("GET", "/items/none", "-i");
    expect(missing.io.stdout.text).toMatch(
      /^HTTP\/1\.1 404 Not Found\n[\s\S]*\{"message": "there is no such item"\}\n$/,
    );
    const csv = await invoke("POST", "/items", "-H", "Content-Type: text/csv", "-d", "a,b", "-i");
    expect(csv.io.stdout.text).toMatch(/^HTTP\/1\.1 415 /);
  });
});
