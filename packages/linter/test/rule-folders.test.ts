import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../src/rules/index.js";
import { semicolonAfterSet } from "../src/rules/semicolon-after-set/rule.js";
import { type RuleFolder, ruleFolderProblems } from "./rule-folder-problems.js";

const rulesFolder = fileURLToPath(new URL("../src/rules/", import.meta.url));
const names = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function readFolder(id: string): RuleFolder {
  const files = readdirSync(`${rulesFolder}${id}`);
  return new Map(files.map((file) => [file, readFileSync(`${rulesFolder}${id}/${file}`, "utf8")]));
}

it("lists every rule folder in the index, in alphabetical order", () => {
  expect(rules.map(({ meta }) => meta.id)).toEqual(names);
});

it.each(rules.map((rule) => [rule.meta.id, rule] as const))(
  "%s is whole, and its examples are true",
  async (id, rule) => {
    expect(await ruleFolderProblems(rule, readFolder(id))).toEqual([]);
  },
);

describe("a rule's folder", () => {
  const folder = readFolder(semicolonAfterSet.meta.id);
  const page = folder.get("README.md")!;
  const problemsWith = (file: string, text: string | undefined) => {
    const changed = new Map(folder);
    if (text === undefined) changed.delete(file);
    else changed.set(file, text);
    return ruleFolderProblems(semicolonAfterSet, changed);
  };

  it.each(["README.md", "rule.test.ts", "rule.ts"])("needs %s", async (file) => {
    expect(await problemsWith(file, undefined)).toEqual([`${file} is missing`]);
  });

  it("holds nothing else, and tests something", async () => {
    expect(await problemsWith("notes.md", "")).toEqual(["notes.md does not belong here"]);
    expect(await problemsWith("rule.test.ts", "")).toEqual(["rule.test.ts tests nothing"]);
  });

  it.each(["Why", "Wrong", "Right", "Fix", "When not to use it"])("needs the section %s", async (heading) => {
    expect(await problemsWith("README.md", page.replace(`## ${heading}\n`, ""))).not.toEqual([]);
  });

  it("needs examples that are reported where they are wrong, and only there", async () => {
    const [wrong, right] = ["#set($a = 1);\n", "#set($a = 1)\n"];
    const examples = (first: string, second: string) =>
      page.replace(/## Wrong[\s\S]*(?=## Fix)/, `## Wrong\n\n${block(first)}## Right\n\n${block(second)}`);
    const block = (text: string) => (text === "" ? "" : `\`\`\`vtl\n${text}\`\`\`\n\n`);
    expect(await problemsWith("README.md", examples(wrong, right))).toEqual([]);
    expect(await problemsWith("README.md", examples(right, right))).toContain(
      `wrong example without a finding: ${right.trim()}`,
    );
    expect(await problemsWith("README.md", examples(wrong, wrong))).toContain(
      `right example with a finding: ${wrong.trim()}`,
    );
    expect(await problemsWith("README.md", examples(wrong, ""))).toContain("no example in Right");
    expect(await problemsWith("README.md", examples("", right))).toContain("no example in Wrong");
  });

  it("claims the fixes that it has", async () => {
    const { fixable, ...meta } = semicolonAfterSet.meta;
    expect(fixable).toBe("unsafe");
    expect(await ruleFolderProblems({ ...semicolonAfterSet, meta }, folder)).toContain(
      "a fix of a rule that claims to have none",
    );
  });
});
