import { describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { ordersApi } from "../../testing/api-texts.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";

const API = ordersApi(`{\n"id":$input.json('$.id')}`);
const FORMATTED = ordersApi(`{\n  "id": $input.json('$.id')\n}`);
const files = { "api.yaml": API, "a.vtl": `{"a":1}\n`, "b.vtl": `{ "b": 1 }\n`, "broken.vtl": "#if($x" };

describe("vtl format", () => {
  it("lists what is to be formatted, and what cannot be", async () => {
    const { code, stdout, stderr } = await vtl(["format"], { files });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "a.vtl\napi.yaml\n" });
    expect(stderr).toContain("not formatted: the template has syntax errors");
    expect(stderr).toContain("broken.vtl:1:1");
    expect(stderr).toMatch(/2 files to format, 1 template left as it is\n$/);
  });

  it("writes files, the rest of a host file as it was", async () => {
    const io = new MemoryIo({ files });
    expect(await run(["format", "--write", "api.yaml", "a.vtl", "b.vtl"], io)).toBe(0);
    const texts = ["api.yaml", "a.vtl", "b.vtl"].map((path) => new TextDecoder().decode(io.files.get(path)));
    expect(texts).toEqual([FORMATTED, `{ "a": 1 }\n`, files["b.vtl"]]);
    expect(await run(["format", "--check", "api.yaml", "a.vtl", "b.vtl"], io)).toBe(0);
  });

  it("ends with 1 with --check if something is to be formatted, or cannot be", async () => {
    expect((await vtl(["format", "--check", "a.vtl"], { files })).code).toBe(1);
    expect((await vtl(["format", "--check", "broken.vtl"], { files })).code).toBe(1);
    expect(await vtl(["format", "--check", "b.vtl"], { files })).toMatchObject({
      code: 0,
      stderr: "0 files to format\n",
    });
  });

  it("indents as the configuration says", async () => {
    const config = JSON.stringify({ format: { indent: "tab" } });
    const project = { "a.vtl": `{\n\t"a": 1\n}\n`, "b.vtl": `{\n  "a": 1\n}\n`, "vtl.config.json": config };
    expect((await vtl(["format", "--check"], { files: project })).stdout).toBe("b.vtl\n");
  });

  it("leaves out what the configuration ignores", async () => {
    const config = JSON.stringify({ ignorePatterns: ["a.vtl"] });
    const reply = await vtl(["format", "a.vtl", "b.vtl"], { files: { ...files, "vtl.config.json": config } });
    expect(reply).toMatchObject({ code: 0, stdout: "", stderr: "0 files to format\n" });
  });

  it("refuses options that contradict each other", async () => {
    expect((await vtl(["format", "--check", "--write"], { files })).code).toBe(2);
    expect((await vtl(["format", "none.vtl"], { files })).code).toBe(2);
  });
});
