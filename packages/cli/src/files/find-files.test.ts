import { describe, expect, it } from "vitest";
import { MemoryIo } from "../testing/memory-io.js";
import { type FileSelection, findFiles } from "./find-files.js";

const tree = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, ""]));

async function find(files: Record<string, string>, selection: Partial<FileSelection> = {}): Promise<string[]> {
  const all = { paths: [], extensions: ["vtl", "yaml"], ignorePatterns: [], errorOnUnmatched: true, ...selection };
  return (await findFiles(all, new MemoryIo({ files }))).map(({ path, named }) => (named ? `${path}!` : path));
}

describe("paths", () => {
  const files = tree("b.vtl", "a/c.YAML", "a/d.txt", "a/{id}/e.vtl", "../other/f.vtl", ".github/g.yaml");

  it("default to the current folder, by name, with the extensions", async () => {
    expect(await find(files)).toEqual([".github/g.yaml", "a/c.YAML", "a/{id}/e.vtl", "b.vtl"]);
  });

  it("are files of any kind, folders and globs, each file once", async () => {
    expect(await find(files, { paths: ["a/d.txt", "./b.vtl", "a", "b.vtl"] })).toEqual([
      "a/d.txt!",
      "b.vtl!",
      "a/c.YAML",
      "a/{id}/e.vtl",
    ]);
    expect(await find(files, { paths: ["**/*.vtl"] })).toEqual(["a/{id}/e.vtl!", "b.vtl!"]);
    expect(await find(files, { paths: ["a/*.txt"] })).toEqual(["a/d.txt!"]);
    expect(await find(files, { paths: ["a/**"] })).toEqual(["a/c.YAML", "a/{id}/e.vtl"]);
  });

  it("may be left out of a class", async () => {
    expect(await find(tree("a1.vtl", "ab.vtl"), { paths: ["a[!0-9].vtl"] })).toEqual(["ab.vtl!"]);
  });

  it("may have characters of globs in their names", async () => {
    expect(await find(files, { paths: ["a/{id}"] })).toEqual(["a/{id}/e.vtl"]);
  });

  it("may lead out of the current folder", async () => {
    expect(await find(files, { paths: ["../other"] })).toEqual(["../other/f.vtl"]);
    expect(await find(files, { paths: ["/work/other"] })).toEqual(["/work/other/f.vtl"]);
    expect(await find(files, { paths: ["../*/*.vtl"] })).toEqual(["../other/f.vtl!", "../project/b.vtl!"]);
  });

  it.each(["none.vtl", "x/*.vtl", "*.tf"])("that lead to nothing are an error: %s", async (path) => {
    await expect(find(files, { paths: [path] })).rejects.toThrow(`no file matches ${path}`);
    expect(await find(files, { paths: [path], errorOnUnmatched: false })).toEqual([]);
  });

  it("may be folders without such files", async () => {
    expect(await find(tree("x/y.txt"), { paths: ["x"] })).toEqual([]);
    expect(await find({})).toEqual([]);
  });
});

describe("ignored files", () => {
  it("are those that tools build, unless they are named", async () => {
    const files = tree("a.vtl", ".aws-sam/build/a.vtl", "cdk.out/b.yaml", "web/dist/c.vtl", "src/.venv/d.vtl");
    expect(await find(files)).toEqual(["a.vtl"]);
    expect(await find(files, { paths: ["cdk.out", "web/dist/*.vtl"] })).toEqual(["cdk.out/b.yaml", "web/dist/c.vtl!"]);
    expect(await find({ ...files, "web/.gitignore": "!dist\n" })).toEqual(["a.vtl", "web/dist/c.vtl"]);
  });

  it("are those of .gitignore files, of which the nearest that speaks of a file decides", async () => {
    const files = {
      ...tree("a.vtl", "build/b.vtl", "src/c.vtl", "src/d.gen.vtl", "src/keep.gen.vtl", "src/deep/e.gen.vtl"),
      ".gitignore": "/build/\n*.gen.vtl\n",
      "src/.gitignore": "!keep.gen.vtl\n",
    };
    expect(await find(files)).toEqual(["a.vtl", "src/c.vtl", "src/keep.gen.vtl"]);
  });

  it("are those of the repository around the current folder, too", async () => {
    const files = {
      ...tree("a.vtl", "out/b.vtl", "../.git/HEAD", "../project/c.yaml"),
      "../.gitignore": "project/out\n/project/*.yaml\n",
      "../../.gitignore": "*.vtl\n",
    };
    expect(await find(files)).toEqual(["a.vtl"]);
    expect(await find(files, { paths: ["."] })).toEqual(["a.vtl"]);
  });

  it("are taken when they are named", async () => {
    const files = { ...tree("cdk.out/a.vtl", "cdk.out/b/c.vtl"), ".gitignore": "cdk.out\n" };
    expect(await find(files)).toEqual([]);
    expect(await find(files, { paths: ["cdk.out"] })).toEqual(["cdk.out/a.vtl", "cdk.out/b/c.vtl"]);
    expect(await find(files, { paths: ["cdk.out/b"] })).toEqual(["cdk.out/b/c.vtl"]);
    expect(await find(files, { paths: ["cdk.out/a.vtl"] })).toEqual(["cdk.out/a.vtl!"]);
  });

  it("are those that the command line leaves out, whatever .gitignore says", async () => {
    const files = { ...tree("a.vtl", "old/b.vtl", "src/old/c.vtl"), "old/.gitignore": "!b.vtl\n" };
    expect(await find(files, { ignorePatterns: ["/old"] })).toEqual(["a.vtl", "src/old/c.vtl"]);
    expect(await find(files, { ignorePatterns: ["b.vtl"], paths: ["old", "src"] })).toEqual(["src/old/c.vtl"]);
  });

  it("are those of Git and npm", async () => {
    expect(await find(tree("a.vtl", ".git/b.vtl", "x/node_modules/c/d.vtl"))).toEqual(["a.vtl"]);
  });
});
