import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

/** A warning with a fix, which is unsafe. */
const BAD = "#set($a = 1);\n";
const FIXED = "#set($a = 1)\n";

describe("a baseline", () => {
  it("knows findings that do not count, wherever their lines move", async () => {
    const files = { "t.vtl": `${BAD}$x-` };
    const first = await vtl(["lint", "--baseline", "b.json", "--update-baseline"], { files });
    expect(first).toMatchObject({ code: 0, stdout: "", stderr: "b.json written\n" });
    const known = Object.fromEntries(first.io.files);
    expect(await vtl(["lint", "--baseline", "b.json", "--max-warnings", "0"], { files: known })).toMatchObject({
      code: 0,
      stdout: "",
    });
    const moved = { ...known, "t.vtl": `\n\n${BAD}#set($z = 1);\n$x-` };
    const { code, stdout } = await vtl(["lint", "--baseline", "b.json", "--max-warnings", "0", "-f", "unix"], {
      files: moved,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^t\.vtl:4:13: .*\n$/);
  });

  it("is told what it knows in vain, and does not hide that when it comes back after it was pruned", async () => {
    const baseline = ["--baseline", "b.json", "-f", "unix"];
    const both = { "a/t.vtl": BAD, "u.vtl": "#set($b = 2);" };
    const { io } = await vtl(["lint", ...baseline, "--update-baseline"], { files: both });
    const known = { ...both, "b.json": io.text("b.json") ?? "" };
    const mended = { ...known, "a/t.vtl": FIXED };
    const unused = await vtl(["lint", ...baseline], { files: mended });
    expect(unused.code).toBe(0);
    expect(unused.stdout).toMatch(
      /^b\.json:4:5: warning: `semicolon-after-set` .* a\/t\.vtl .*\[unused-baseline-entry\]\n$/,
    );
    expect((await vtl(["lint", ...baseline, "--max-warnings", "0"], { files: mended })).code).toBe(1);
    // A file that went is mended too; one that was not looked at is not.
    const gone = { "u.vtl": both["u.vtl"], "b.json": known["b.json"] };
    expect((await vtl(["lint", ...baseline], { files: gone })).stdout).toMatch(/ a\/t\.vtl /);
    expect((await vtl(["lint", ...baseline, "u.vtl"], { files: mended })).stdout).toBe("");
    expect((await vtl(["lint", ...baseline, "a"], { files: { ...known, "u.vtl": "{}" } })).stdout).toBe("");

    const pruned = await vtl(["lint", ...baseline, "--prune-baseline"], { files: mended });
    expect(pruned).toMatchObject({ code: 0, stdout: "" });
    expect(pruned.stderr).toMatch(/^b\.json written\n/);
    const again = { ...known, "b.json": pruned.io.text("b.json") ?? "" };
    expect(JSON.parse(again["b.json"]).findings).toMatchObject([{ file: "u.vtl", count: 1 }]);
    const back = await vtl(["lint", ...baseline, "--max-warnings", "0"], { files: again });
    expect(back.code).toBe(1);
    expect(back.stdout).toMatch(/^a\/t\.vtl:1:13: warning: .*\n$/);
    expect((await vtl(["lint", ...baseline, "--prune-baseline"], { files: known })).stderr).not.toContain("written");
  });

  it("has entries of what only proofs find, which are unused with proofs alone", async () => {
    const files = { "t.vtl": `{"a": "$input.params('q')"}` };
    const args = ["lint", "--baseline", "b.json", "-f", "unix", "--rule", "unescaped-param-in-json=off"];
    const { io } = await vtl([...args, "--prove", "--update-baseline"], { files });
    const mended = { "t.vtl": "{}", "b.json": io.text("b.json") ?? "" };
    expect((await vtl(args, { files: mended })).stdout).toBe("");
    expect((await vtl([...args, "--prove"], { files: mended })).stdout).toContain("[unused-baseline-entry]");
  });

  it("keeps fixes away from what it knows", async () => {
    const { io } = await vtl(["lint", "--baseline", "b.json", "--update-baseline"], { files: { "t.vtl": BAD } });
    const now = { "b.json": io.text("b.json") ?? "", "t.vtl": `${BAD}${BAD}#set($new = 2);\n` };
    const fixed = await vtl(["lint", "--baseline", "b.json", "--fix-unsafe"], { files: now });
    expect(fixed.code).toBe(0);
    expect(fixed.io.text("t.vtl")).toBe(`${BAD}${FIXED}#set($new = 2)\n`);
  });

  it("is the same in every folder that it is used in", async () => {
    const first = await vtl(["lint", "--baseline", "ci/known/b.json", "--update-baseline"], {
      files: { "a/t.vtl": BAD },
    });
    const known = Object.fromEntries(first.io.files);
    const args = ["lint", "--baseline", "ci/known/b.json", "--max-warnings", "0"];
    expect((await vtl([...args, "/work/project/a/t.vtl"], { files: known })).code).toBe(0);
    expect((await vtl(args, { files: { ...known, "b/t.vtl": BAD } })).code).toBe(1);
  });
});
