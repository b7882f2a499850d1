import type { Fix, Rule } from "../src/rule.js";
import { check, checkPaths } from "../src/testing/check-rule.js";
import { examplesOf, headingsOf, type RuleExample } from "./rule-page.js";

/** Texts by file name: what a rule's folder holds. */
export type RuleFolder = ReadonlyMap<string, string>;

const FILES = ["README.md", "rule.test.ts", "rule.ts"];

/** A rule whose wrong examples would be too long to show. */
const WITHOUT_EXAMPLES = new Set(["template-too-large"]);

/** What is wrong with the folder of a rule; one line a problem. */
export async function ruleFolderProblems(rule: Rule, folder: RuleFolder): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const file of FILES) if (!folder.has(file)) problems.push(`${file} is missing`);
  for (const file of folder.keys()) if (!FILES.includes(file)) problems.push(`${file} does not belong here`);
  if (!/\bit(?:\.each)?\(/.test(folder.get("rule.test.ts") ?? "it(")) problems.push("rule.test.ts tests nothing");
  const page = folder.get("README.md");
  return page === undefined
    ? problems
    : [...problems, ...pageProblems(rule, page), ...(await exampleProblems(rule, page))];
}

function pageProblems({ meta }: Rule, page: string): readonly string[] {
  const expected = [
    meta.id,
    "Why",
    "Wrong",
    "Right",
    ...(meta.options ? ["Options"] : []),
    ...(meta.fixable ? ["Fix"] : []),
    "When not to use it",
  ];
  const problems: string[] = [];
  const headings = headingsOf(page);
  if (headings.join() !== expected.join()) problems.push(`headings are ${headings.join()}, not ${expected.join()}`);
  for (const option of Object.keys(meta.options ?? {}))
    if (!page.includes(`\`${option}\``)) problems.push(`README.md does not explain the option ${option}`);
  return problems;
}

async function exampleProblems(rule: Rule, page: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const examples = examplesOf(page);
  for (const section of ["Wrong", "Right"]) {
    if (WITHOUT_EXAMPLES.has(rule.meta.id)) continue;
    if (!examples.some((example) => example.section === section)) problems.push(`no example in ${section}`);
  }
  let fixes = 0;
  for (const example of examples) {
    const { section, source } = example;
    const found = await findingsIn(rule, example);
    if (section === "Wrong" && found.length === 0) problems.push(`wrong example without a finding: ${source}`);
    if (section === "Right" && found.length > 0) problems.push(`right example with a finding: ${source}`);
    for (const { fix } of found) {
      if (!fix) continue;
      fixes++;
      if (rule.meta.fixable === undefined) problems.push("a fix of a rule that claims to have none");
    }
  }
  if (rule.meta.fixable && fixes === 0) problems.push("no wrong example shows a fix");
  return problems;
}

/** Rules over templates have examples in VTL, those over integrations in OpenAPI. */
async function findingsIn(
  rule: Rule,
  { language, source, facts }: RuleExample,
): Promise<readonly { readonly fix?: Fix }[]> {
  if ("create" in rule && language === "vtl") return check(rule, source, facts === undefined ? {} : { facts });
  const found = "check" in rule && language === "yaml" ? await checkPaths(rule, source) : [];
  return found.map(() => ({}));
}
