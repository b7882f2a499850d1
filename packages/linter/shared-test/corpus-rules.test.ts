import { writeFileSync } from "node:fs";
import { parse } from "@apigw-vtl/compiler";
import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { type LintSettings, lintAndFix, prove, recommendedSettings, rules } from "../src/index.js";
import { lintCorpus, placedTemplates, rulesOfBrokenOutput } from "./corpus-lints.js";

const everyRule: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

describe.runIf(hasShared())("the rules over the corpus", async () => {
  const lints = lintCorpus(await placedTemplates(), everyRule);
  // A file for the findings, to be read by hand.
  if (process.env.VTL_FINDINGS) writeFileSync(process.env.VTL_FINDINGS, JSON.stringify(lints));

  it("find something in every fourth template at least, and their counts are known", () => {
    const counts = new Map<string, number>();
    for (const { findings } of lints) {
      for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    }
    const lines = [...counts].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${String(count).padStart(5)} ${id}`);
    console.info(`${lints.length} templates\n${lines.join("\n")}`);
    expect(lints.length).toBeGreaterThan(400);
    expect(lints.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(lints.length / 4);
  });

  it("report and change places of the template", () => {
    for (const { template, findings } of lints) {
      for (const { range, fix, ruleId } of findings) {
        for (const { start, end } of [range, ...(fix?.edits ?? []).map((edit) => edit.range)]) {
          expect(start, `${ruleId} ${template.name}`).toBeGreaterThanOrEqual(0);
          expect(end, `${ruleId} ${template.name}`).toBeGreaterThanOrEqual(start);
          expect(end, `${ruleId} ${template.name}`).toBeLessThanOrEqual(template.source.length);
        }
      }
    }
  });

  it("speak of a broken output where the prover has a request that breaks it, and never where it has proved it", () => {
    const byStatus = new Map<string, string[]>();
    for (const { template, findings } of lints) {
      const claims = findings.filter(({ ruleId }) => rulesOfBrokenOutput.has(ruleId));
      if (claims.length === 0) continue;
      const { status } = prove(template.source, template);
      const names = byStatus.get(status) ?? [];
      byStatus.set(status, [...names, `${template.name} ${claims.map(({ ruleId }) => ruleId).join(", ")}`]);
    }
    const broken = byStatus.get("broken")?.length ?? 0;
    const others = [...byStatus].filter(([status]) => status !== "broken").flatMap(([, names]) => names);
    console.info(`${broken} templates of ${broken + others.length} broken; not so:\n${others.join("\n")}`);
    expect(byStatus.get("proved")).toBeUndefined();
    expect(broken).toBeGreaterThan(0.97 * (broken + others.length));
  });

  it("fix templates into ones that can still be read", () => {
    const errorsOf = (source: string) => parse(source).diagnostics.filter(({ severity }) => severity === "error");
    let fixed = 0;
    for (const { template } of lints) {
      const result = lintAndFix({ ...template, settings: everyRule }, { unsafe: true });
      fixed += result.fixed;
      expect(errorsOf(result.source).length, template.name).toBeLessThanOrEqual(errorsOf(template.source).length);
    }
    expect(fixed).toBeGreaterThan(300);
  });
});
