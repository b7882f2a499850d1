import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

type Files = Record<string, string | Uint8Array>;

const TERRAFORM = 'resource "aws_api_gateway_integration" "a" {\n  request_templates = { "a/b" = file("t.vtl") }\n}\n';

/** Runs twice, changing the world in between; tells whether the second run read grammars, that is searched again. */
async function lintAgain(change: (files: Files) => Files, args: readonly string[] = [], firstArgs = args) {
  const first = await vtl(["lint", "--cache", "-f", "unix", ...firstArgs], {
    files: { "main.tf": TERRAFORM, "t.vtl": "#set($a = 1);" },
  });
  const files = change(Object.fromEntries(first.io.files));
  const second = await vtl(["lint", "--cache", "-f", "unix", ...args], { files });
  const bare = await vtl(["lint", "-f", "unix", ...args], { files });
  expect({ code: second.code, stdout: second.stdout }).toEqual({ code: bare.code, stdout: bare.stdout });
  return { first, second, written: second.io.text(".vtlcache") !== first.io.text(".vtlcache") };
}

describe("vtl lint --cache", () => {
  it("says the same again without writing the cache", async () => {
    const { first, second, written } = await lintAgain((files) => files);
    expect(first.stdout).toMatch(/^t\.vtl:1:13: warning: .*\n$/);
    expect(second.stdout).toBe(first.stdout);
    expect(written).toBe(false);
  });

  it("trusts entries whose files have not changed", async () => {
    const tamper = (files: Files): Files => {
      const text = Buffer.from(files[".vtlcache"] as Uint8Array).toString("utf8");
      return { ...files, ".vtlcache": text.replaceAll("semicolon-after-set", "from-the-cache") };
    };
    const first = await vtl(["lint", "--cache"], { files: { "t.vtl": "#set($a = 1);" } });
    const { stdout } = await vtl(["lint", "--cache"], { files: tamper(Object.fromEntries(first.io.files)) });
    expect(stdout).toContain("from-the-cache");
  });

  it("checks a file that has changed", async () => {
    const { second, written } = await lintAgain((files) => ({ ...files, "t.vtl": "#if($a == null)#end" }));
    expect(second.stdout).toContain("null-literal");
    expect(written).toBe(true);
  });

  it("checks a file that refers to one that has changed, come or gone", async () => {
    expect((await lintAgain((files) => ({ ...files, "t.vtl": "{}" }), ["main.tf"])).second.stdout).toBe("");
    const { second } = await lintAgain(({ "t.vtl": _, ...files }) => files, ["main.tf"]);
    expect(second.stdout).toContain("file-not-found");
  });

  it.each(["", "modules/api/"])("trusts a module in the folder %j until a file comes into that", async (folder) => {
    const files = { [`${folder}main.tf`]: TERRAFORM, [`${folder}t.vtl`]: "#set($a = 1);" };
    const first = await vtl(["lint", "--cache"], { files });
    const isTrusted = async (more: string) => {
      const { io } = await vtl(["lint", "--cache"], { files: { ...Object.fromEntries(first.io.files), [more]: "" } });
      return io.text(".vtlcache") === first.io.text(".vtlcache");
    };
    expect(await isTrusted(`${folder}README`)).toBe(true);
    expect(await isTrusted(`${folder}more.tf`)).toBe(false);
  });

  it("checks again under other rules, and proofs are something else", async () => {
    expect((await lintAgain((files) => files, ["--rule", "semicolon-after-set=off"], [])).written).toBe(true);
    expect((await lintAgain((files) => files, ["--prove"], [])).second.stderr).toContain("proved, ");
  });

  it.each(["", "{", '{"program": "0.0.0 x", "entries": [[1]]}', '{"entries": 7}'])(
    "does without a cache such as %j",
    async (cache) => {
      expect((await lintAgain((files) => ({ ...files, ".vtlcache": cache }))).written).toBe(false);
    },
  );

  it("keeps entries of files that this run does not look at", async () => {
    const { io } = await vtl(["lint", "--cache", "--cache-location", "c/x"], { files: { "a.vtl": "a", "b.vtl": "b" } });
    const files = { ...Object.fromEntries(io.files), "a.vtl": "changed" };
    const second = await vtl(["lint", "--cache", "--cache-location", "c/x", "a.vtl"], { files });
    expect(JSON.parse(second.io.text("c/x") ?? "").entries.map(([path]: [string]) => path)).toEqual(["a.vtl", "b.vtl"]);
  });
});
