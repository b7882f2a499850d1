import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as compiler from "@apigw-vtl/compiler";
import { describe, expect, it, vi } from "vitest";
import { codesOf, readCodePage } from "./docs/code-page.js";
import {
  codeBlocks,
  codeSpans,
  headingAnchors,
  markdownFiles,
  pathsOfTree,
  readMarkdown,
  relativeLinks,
} from "./docs/markdown.js";
import { isRunnable, runExample } from "./docs/run-example.js";

type MemoryWorld = { readonly files: Readonly<Record<string, string>> };
type Cli = {
  vtl(args: readonly string[], world: MemoryWorld): Promise<{ readonly stdout: string; readonly stderr: string }>;
};

// Not static imports: of the packages, the project of the scripts knows the compiler only.
const { vtl } = await vi.importActual<Cli>("../packages/cli/src/testing/memory-io.js");
const { readTestFile } = await vi.importActual<{ readTestFile(path: string, text: string): { problems: unknown[] } }>(
  "../packages/testing/src/case-file/read-test-file.js",
);
const definitions = await vi.importActual<object>("@apigw-vtl/definitions");
const runner = await vi.importActual<object>("@apigw-vtl/runner");
const root = fileURLToPath(new URL("..", import.meta.url));
const files = markdownFiles();
const codePages = files.filter(({ path }) => path.startsWith("docs/codes/"));

describe("the page of a diagnostic code", () => {
  it("is there for each code, and for nothing else", () => {
    expect(codePages.map(({ path }) => basename(path, ".md")).sort()).toEqual(Object.keys(compiler.codes).sort());
  });

  it("is listed with its title", () => {
    const listed = readMarkdown("docs/README.md").text.matchAll(/^\| \[([a-z-]+)\]\(codes\/\1\.md\) +\| (.*?) +\|$/gm);
    expect(Array.from(listed, ([, code, title]) => [code, title])).toEqual(Object.entries(compiler.codes));
  });

  describe.each(codePages.map((file) => ({ file, name: basename(file.path, ".md") })))("$name", ({ file, name }) => {
    const page = readCodePage(file);
    /** Time stands still, but where it is what the page is about. */
    const tick = name === "limit-time" ? 1000 : 0;
    const clock = () => {
      let time = 0;
      return () => (time += tick);
    };

    it("has the code's title and all parts", () => {
      expect(page).toMatchObject({ code: name, title: compiler.codes[name as compiler.Code] });
      expect(page.headings).toEqual(["Why it matters", "Example", "Where else"]);
    });

    it("shows a template with this problem and no other", () => {
      expect(codesOf(page.wrong, page.event, page.dialect, clock())).toEqual([name]);
    });

    it("shows the same template without any problem", () => {
      expect(codesOf(page.right, page.event, page.dialect, clock())).toEqual([]);
    });

    it("shows what `vtl render` says", async () => {
      const world = { tick, files: { "template.vtl": page.wrong, "event.json": JSON.stringify(page.event) } };
      const args = ["render", "template.vtl", "--event", "event.json", "--dialect", page.dialect];
      const { stderr } = await vtl(args, world);
      expect(page.message).toBe(stderr.trimEnd());
    });
  });
});

describe.each(files.map((file) => ({ file, path: file.path })))("links of $path", ({ file }) => {
  const links = relativeLinks(file);

  it("lead to files and headings", () => {
    const broken = links.filter(({ target, anchor }) => {
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !headingAnchors(readMarkdown(target)).has(anchor);
    });
    expect(broken.map(({ href }) => href)).toEqual([]);
  });
});

describe("a command that a page names in a sentence", () => {
  /** The commands that have it, by an option's name, as `docs/options.md` lists them. */
  const options = new Map<string, string[]>();
  for (const [, names = "", commands = ""] of readMarkdown("docs/options.md").text.matchAll(
    /^\| (`.*?) \| .*? \| (.*?) \| /gm,
  )) {
    for (const [name] of names.matchAll(/--?[\w-]+/g)) {
      options.set(name, [...(options.get(name) ?? []), ...commands.split(", ")]);
    }
  }
  const named = files.flatMap((file) =>
    codeSpans(file)
      .filter((code) => /^(?:npx )?vtl [a-z]/.test(code))
      .map((code) => ({ path: file.path, code })),
  );

  it.each(named)("has these options: $code ($path)", ({ code }) => {
    const [, command = ""] = /vtl ((?:templates extract|event from-log|[a-z]+))/.exec(code) ?? [];
    const given = code.match(/(?<= )--?[a-z][\w-]*/gi) ?? [];
    expect(given.filter((name) => !options.get(name)?.some((one) => one === "all" || one === command))).toEqual([]);
  });
});

const programs = files.flatMap((file) =>
  codeBlocks(file)
    .filter(({ info, text }) => info === "js" && isRunnable(text))
    .map(({ text }) => ({ path: file.path, text })),
);

it.each(programs)("the program in $path prints what it says", async ({ text }) => {
  const modules = {
    "@apigw-vtl/compiler": compiler,
    "@apigw-vtl/runner": runner,
    "@apigw-vtl/definitions": definitions,
  };
  const { printed, expected } = await runExample(text, modules);
  expect(printed).toEqual(expected);
});

it("the pages about tests and stub files show files that can be read", () => {
  const yamlOf = (path: string) => codeBlocks(readMarkdown(path)).filter(({ info }) => info === "yaml");
  const { readStubFile } = runner as { readStubFile(file: object): { problems: unknown[] } };
  const tests = yamlOf("docs/testing.md").map(({ text }) => readTestFile("a.vtl.test.yaml", text).problems);
  const stubs = yamlOf("docs/definitions.md").map(({ text }) => readStubFile({ path: "a.yaml", text }).problems);
  expect([tests.length > 0, stubs.length > 0, ...tests, ...stubs].flat()).toEqual([true, true]);
});

it("the runner's README shows a test that is run", () => {
  const [shown] = codeBlocks(readMarkdown("packages/runner/README.md")).filter(({ info }) => info === "ts");
  expect(`${shown?.text}\n`).toBe(readFileSync(join(root, "packages/runner/src/examples/pets-api.test.ts"), "utf8"));
});

describe("the architecture's maps of the packages", () => {
  const maps = codeBlocks(readMarkdown("ARCHITECTURE.md"))
    .filter(({ text }) => text.startsWith("packages/"))
    .map(({ text }) => pathsOfTree(text));
  const programs = readdirSync(join(root, "packages")).filter((name) => name !== "test-support");

  it("are there for every package", () => {
    expect(maps.map(([top]) => top).sort()).toEqual(programs.map((name) => `packages/${name}/src/`).sort());
  });

  it.each(maps.map((paths) => ({ top: paths[0]!, paths })))("show what is in $top", ({ top, paths }) => {
    const folders = readdirSync(join(root, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["testing", "examples"].includes(entry.name))
      .map(({ name }) => `${top}${name}/`);
    expect({
      gone: paths.filter((path) => !existsSync(join(root, path))),
      missing: folders.filter((folder) => !paths.includes(folder)),
    }).toEqual({ gone: [], missing: [] });
  });
});

describe("the README", () => {
  const folder = "fixtures/templates/dynamodb-put-order";
  const fixture = (name: string) => readFileSync(join(root, folder, name), "utf8");
  const readme = readMarkdown("README.md");
  const blocks = codeBlocks(readme);
  const [payload, output] = blocks.filter(({ info }) => info === "json").map(({ text }) => text);

  it("shows the fixture's template, payload and output as they are", () => {
    const [template] = blocks.filter(({ info }) => info === "vtl").map(({ text }) => text);
    expect(fixture("template.vtl")).toContain(`${template}\n`);
    expect(JSON.parse(payload!)).toEqual(JSON.parse(JSON.parse(fixture("event.json")).body));
    expect(fixture("expected.out").startsWith(`${output}\n`)).toBe(true);
  });

  it("shows commands of files that are there", () => {
    const paths = readme.text.match(/\bfixtures\/[\w./-]*\w/g) ?? [];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("shows a message as it is printed", () => {
    const [message] = blocks
      .filter(({ info, text }) => info === "text" && text.includes("error["))
      .map(({ text }) => text);
    expect(codePages.map((file) => readCodePage(file).message)).toContain(message);
  });
});
