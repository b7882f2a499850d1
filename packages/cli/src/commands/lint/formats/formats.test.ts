import { createRequire } from "node:module";
import { RDFormatValidator } from "@umbrelladocs/rdformat-validator";
import { DOMParser, type Element } from "@xmldom/xmldom";
import AjvDraft04 from "ajv-draft-04";
import { describe, expect, it } from "vitest";
import { vtl } from "../../../testing/memory-io.js";

const require = createRequire(import.meta.url);

/** In a repository whose root is above the current folder: a fix, an error, a suppressed finding, a clean file. */
const FILES = {
  "../.git/HEAD": "",
  "a b/é.vtl": "é😀#set($a = 1);\n#if($a == null)%,:#end",
  "broken.json": '{"requestTemplates": {',
  "clean.vtl": "{}",
  "off.vtl": "## vtl-disable-next-line semicolon-after-set -- wanted <so>\n#set($a = 1);\n",
};

async function report(format: string, files: Record<string, string> = FILES, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await vtl(["lint", "-f", format, ...args], { files });
  expect(stderr).toMatch(/^\d+ files?, .*\n$/);
  return stdout;
}

describe("github", () => {
  it("is commands with escaped texts, errors first, paths from the repository's root", async () => {
    const lines = (await report("github")).trimEnd().split("\n");
    expect(lines.map((line) => line.slice(0, line.indexOf("::", 2)))).toEqual([
      "::error file=project/a b/é.vtl,line=2,endLine=2,col=11,endColumn=15,title=null-literal",
      "::error file=project/broken.json,line=1,endLine=1,col=23,endColumn=23,title=host-syntax",
      "::warning file=project/a b/é.vtl,line=1,endLine=1,col=16,endColumn=17,title=semicolon-after-set",
    ]);
    const odd = { "a,b:c%.vtl": "#set($a = 1);" };
    expect(await report("github", odd)).toContain("file=a%2Cb%3Ac%25.vtl,");
  });

  it("follows the text of its own accord in a workflow of GitHub's, and only where no format is asked for", async () => {
    const world = { files: { "t.vtl": "#set($a = 1);" }, env: { GITHUB_ACTIONS: "true" } };
    expect((await vtl(["lint"], world)).stdout).toMatch(/^t\.vtl\n.*::warning file=t\.vtl,/s);
    expect((await vtl(["lint", "-f", "unix"], world)).stdout).not.toContain("::");
  });
});

describe("sarif", () => {
  const validate = new AjvDraft04({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(
    require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
  );

  async function sarif(files: Record<string, string> = FILES, ...args: string[]) {
    const log = JSON.parse(await report("sarif", files, ...args));
    validate(log);
    expect(validate.errors).toBeNull();
    expect(log.version).toBe("2.1.0");
    return log.runs[0];
  }

  it("is valid by the published schema, which refuses other things", async () => {
    await sarif();
    await sarif({});
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  it("describes rules and codes with their pages", async () => {
    const { tool, results } = await sarif();
    const { rules } = tool.driver;
    expect(results.map((one: { ruleId: string; ruleIndex: number }) => rules[one.ruleIndex].id)).toEqual(
      results.map((one: { ruleId: string }) => one.ruleId),
    );
    const rule = rules.find(({ id }: { id: string }) => id === "semicolon-after-set");
    expect(rule).toMatchObject({
      name: "SemicolonAfterSet",
      defaultConfiguration: { level: "warning" },
      properties: { tags: ["vtl", "recommended"] },
    });
    expect(rule.help.markdown).toMatch(/^# semicolon-after-set\n/);
    expect(rule.helpUri).toMatch(/^https:.*\/semicolon-after-set\/README\.md$/);
    expect(rule.fullDescription.text).not.toMatch(/^#/);
    expect(rules.find(({ id }: { id: string }) => id === "host-syntax").helpUri).toMatch(/host-syntax\.md$/);
  });

  it("gives levels, places and fixes in UTF-16 units, paths as URIs from the repository's root", async () => {
    const { columnKind, results } = await sarif();
    expect(columnKind).toBe("utf16CodeUnits");
    const [semicolon, nothing] = results;
    const artifactLocation = { uri: "project/a%20b/%C3%A9.vtl", uriBaseId: "%SRCROOT%" };
    const region = { startLine: 1, startColumn: 16, endLine: 1, endColumn: 17 };
    expect(semicolon).toMatchObject({
      level: "warning",
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: "" } }] },
          ],
        },
      ],
    });
    expect(nothing).toMatchObject({ ruleId: "null-literal", level: "error" });
    const outside = await vtl(["lint", "-f", "sarif", "../../other/t.vtl"], {
      files: { ...FILES, "../../other/t.vtl": "#set($a = 1);" },
    });
    const { artifactLocation: place } = JSON.parse(outside.stdout).runs[0].results[0].locations[0].physicalLocation;
    expect(place).toEqual({ uri: "file:///other/t.vtl" });
  });

  it("tells the place in the host of a template within one", async () => {
    const files = { "a.yaml": 'paths: { "/": { get: { requestTemplates: { a/b: "#set($a = 1);" } } } }\n' };
    const { results } = await sarif(files);
    expect(results[0].locations[0].logicalLocations[0].fullyQualifiedName).toMatch(/^\/paths\/.*a~1b$/);
  });

  it("has fingerprints that stay when lines move and differ where findings are alike", async () => {
    const bad = "#set($a = 1);\n";
    const prints = async (text: string) =>
      (await sarif({ "t.vtl": text })).results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints.primaryLocationLineHash,
      );
    const [one] = await prints(bad);
    expect(await prints(`\n\n  ${bad}`)).toEqual([one]);
    const two = await prints(bad + bad);
    expect(two[0]).toBe(one);
    expect(new Set(two).size).toBe(2);
    expect(await prints("#set($b = 1);\n")).not.toEqual([one]);
  });

  it("leaves out what is suppressed, or marks it on request", async () => {
    const ids = (run: { results: { suppressions?: unknown }[] }) => run.results.filter((one) => one.suppressions);
    expect(ids(await sarif())).toEqual([]);
    expect(ids(await sarif(FILES, "--report-suppressed"))).toMatchObject([
      { ruleId: "semicolon-after-set", suppressions: [{ kind: "inSource", justification: "wanted <so>" }] },
    ]);
    const known = await vtl(["lint", "--baseline", "b.json", "--update-baseline"], { files: FILES });
    const files = Object.fromEntries(known.io.files);
    const after = await vtl(["lint", "--baseline", "b.json", "-f", "sarif", "--report-suppressed"], { files });
    const { results } = JSON.parse(after.stdout).runs[0];
    expect(results.map((one: { suppressions: { kind: string }[] }) => one.suppressions[0]?.kind)).toEqual([
      "external",
      "external",
      "external",
      "inSource",
    ]);
  });
});

/** The document element; a parser that objects fails the test. */
function parseXml(text: string): Element {
  const onError = (level: string, message: string) => {
    if (!message.startsWith("Unicode replacement character")) throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(text, "text/xml").documentElement;
  if (root === null) throw new Error("no document");
  return root;
}

const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

describe("checkstyle", () => {
  it("has a file for each report and an error for each finding", async () => {
    const root = parseXml(await report("checkstyle"));
    expect([root.tagName, attributesOf(root)]).toEqual(["checkstyle", { version: "4.3" }]);
    const files = childrenOf(root);
    expect(files.map((file) => [file.tagName, file.getAttribute("name"), childrenOf(file).length])).toEqual([
      ["file", "a b/é.vtl", 2],
      ["file", "broken.json", 1],
      ["file", "clean.vtl", 0],
      ["file", "off.vtl", 0],
    ]);
    expect(attributesOf(childrenOf(files[0]!)[0]!)).toEqual({
      line: "1",
      column: "16",
      severity: "warning",
      message: expect.stringContaining("`#set` needs no `;`"),
      source: "vtl.semicolon-after-set",
    });
  });

  it("is XML whatever names and messages are", async () => {
    const root = parseXml(await report("checkstyle", { 'a"<&>\n\u0001.vtl': "$x.<a>&\"';#set($a = 1);" }));
    expect(childrenOf(root)[0]!.getAttribute("name")).toBe('a"<&>\n\ufffd.vtl');
  });
});

describe("junit", () => {
  it("has a suite for each file and a failed test for each rule in it", async () => {
    const twice = { ...FILES, "two.vtl": "#set($a = 1);\n#set($a = 1);\n" };
    const root = parseXml(await report("junit", twice));
    expect(attributesOf(root)).toEqual({ name: "vtl lint", tests: "6", failures: "4", errors: "0" });
    const suites = childrenOf(root);
    expect(suites.map((suite) => ["name", "tests", "failures"].map((name) => suite.getAttribute(name)))).toEqual([
      ["a b/é.vtl", "2", "2"],
      ["broken.json", "1", "1"],
      ["clean.vtl", "1", "0"],
      ["off.vtl", "1", "0"],
      ["two.vtl", "1", "1"],
    ]);
    const [test] = childrenOf(suites[4]!);
    expect(attributesOf(test!)).toEqual({ name: "semicolon-after-set", classname: "two.vtl" });
    const [failure] = childrenOf(test!);
    expect(failure!.getAttribute("type")).toBe("warning");
    expect(failure!.textContent).toMatch(/^two\.vtl:1:13: warning: .*\ntwo\.vtl:2:13: warning: .*\n$/);
    expect(childrenOf(childrenOf(suites[2]!)[0]!)).toEqual([]);
  });
});

describe("gitlab", () => {
  it("lists findings with severities, places and fingerprints that differ", async () => {
    const issues = JSON.parse(await report("gitlab", { ...FILES, "two.vtl": "#set($a = 1);\n#set($a = 1);\n" }));
    expect(issues[0]).toEqual({
      description: expect.stringContaining("`#set` needs no `;`"),
      check_name: "semicolon-after-set",
      fingerprint: expect.stringMatching(/^[\w-]{43}$/),
      severity: "minor",
      location: { path: "project/a b/é.vtl", lines: { begin: 1, end: 1 } },
    });
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
      "minor",
      "major",
      "major",
      "minor",
      "minor",
    ]);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(5);
    expect(await report("gitlab", {})).toBe("[]\n");
  });
});

describe("rdjson", () => {
  it("is valid by reviewdog's schema, with columns in bytes and suggestions", async () => {
    const text = await report("rdjson");
    const result = JSON.parse(text);
    const validator = new RDFormatValidator({ strictMode: true });
    expect(await validator.validateString(text)).toMatchObject({ valid: true, errors: [] });
    expect(await validator.validateString('{"diagnostics": [{"message": 1}]}')).toMatchObject({ valid: false });
    const before = Buffer.byteLength("é😀#set($a = 1)");
    const range = { start: { line: 1, column: before + 1 }, end: { line: 1, column: before + 2 } };
    expect(result.diagnostics[0]).toEqual({
      message: expect.stringContaining("`#set` needs no `;`"),
      location: { path: "a b/é.vtl", range },
      severity: "WARNING",
      code: { value: "semicolon-after-set", url: expect.stringMatching(/^https:/) },
      suggestions: [{ range, text: "" }],
    });
  });
});
