import { expect, it } from "vitest";
import type { Rule, RuleSet } from "../src/rule.js";
import { rules } from "../src/rules/index.js";

const sets: readonly { readonly set: RuleSet; readonly text: string }[] = [
  {
    set: "recommended",
    text: "On unless the configuration says otherwise. What they report is wrong in real templates.",
  },
  { set: "strict", text: "What is right in many templates, and worth a look where much depends on it." },
  { set: "all", text: "What the service does and few expect." },
];

const rowOf = ({ meta }: Rule) =>
  `| [${meta.id}](../packages/linter/src/rules/${meta.id}/README.md) | ${meta.title.replaceAll("|", "\\|")} | ${meta.level} | ${meta.fixable ?? ""} |`;

const sectionOf = ({ set, text }: (typeof sets)[number]) =>
  [
    `## ${set}\n\n${text}\n`,
    "| rule | finds | level | fix |\n| --- | --- | --- | --- |",
    ...rules.filter(({ meta }) => meta.set === set).map(rowOf),
  ].join("\n");

it("is as it is generated (`npx vitest run packages/linter/test/rule-index.test.ts -u` writes it)", async () => {
  const page = [
    "# Lint rules",
    "`vtl lint --explain RULE` prints a rule's page: what it finds, why, examples, and when not to use it. Each set holds\nthe ones before it. A safe fix does not change the output for inputs that worked before.",
    ...sets.map(sectionOf),
  ].join("\n\n");
  await expect(`${page}\n`).toMatchFileSnapshot("../../../docs/rules.md");
});
