import { describe, expect, it } from "vitest";
import { lint, lintAndFix, recommendedSettings } from "../lint.js";

const ids = (source: string) => lint({ source }).findings.map(({ ruleId }) => ruleId);
const bad = '{"a": "$input.params(\'a\')"}';

describe("comments that switch rules off", () => {
  it("switch off the next line only", () => {
    const source = `[\n## vtl-disable-next-line unescaped-param-in-json -- checked by the authorizer\n${bad},\n${bad}]`;
    const { findings, suppressed } = lint({ source });
    expect(findings).toHaveLength(1);
    expect(suppressed).toMatchObject([
      { ruleId: "unescaped-param-in-json", suppressedBy: "comment", reason: "checked by the authorizer" },
    ]);
  });

  it("switch off until a rule is switched on again", () => {
    const source = `[#* vtl-disable unescaped-param-in-json *#\n${bad},\n## vtl-enable unescaped-param-in-json\n${bad}]`;
    expect(ids(source)).toEqual(["unescaped-param-in-json"]);
  });

  it("switch off in the whole template, wherever they stand", () => {
    expect(ids(`${bad}\n## vtl-disable-file unescaped-param-in-json`)).toEqual([]);
  });

  it("take several rules, or all of them", () => {
    const both = `{"b": "#set($x = 1);", "a": "$input.params('a')"}`;
    expect(ids(both).toSorted()).toEqual(["semicolon-after-set", "unescaped-param-in-json"]);
    expect(ids(`## vtl-disable-next-line unescaped-param-in-json, semicolon-after-set\n${both}`)).toEqual([]);
    expect(ids(`## vtl-disable-next-line\n${both}`)).toEqual([]);
  });

  it("take effect after a block comment of several lines", () => {
    expect(ids(`#* vtl-disable-next-line unescaped-param-in-json\n -- why *#\n${bad}`)).toEqual([]);
  });
});

describe("comments that switch off nothing", () => {
  it("are reported, each name", () => {
    const source = `## vtl-disable-next-line unescaped-param-in-json, no-such-rule\n${bad}`;
    const [finding, ...others] = lint({ source }).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ ruleId: "unused-suppression", level: "warning" });
    expect(finding?.message).toContain("There is no rule `no-such-rule`");
    expect(finding?.fix).toBeUndefined();
  });

  it("are removed without a change of the output", () => {
    const source = "a\n## vtl-disable-next-line null-literal\nb";
    expect(lintAndFix({ source }, { unsafe: false })).toMatchObject({ source: "a\nb", fixed: 1, findings: [] });
  });

  it("can be left in peace", () => {
    const settings = { ...recommendedSettings, unusedSuppressions: "off" } as const;
    expect(lint({ source: "## vtl-disable-file null-literal", settings }).findings).toEqual([]);
  });
});

it("lets the configuration switch off what a comment cannot without changing the output", () => {
  const suppressions = [{ ruleIds: ["unescaped-param-in-json"], text: "'a'", reason: "numbers only" }];
  const settings = { ...recommendedSettings, suppressions };
  const { findings, suppressed } = lint({ source: `{"a": "$input.params('a')$input.params('b')"}`, settings });
  expect(findings).toHaveLength(1);
  expect(suppressed).toMatchObject([{ suppressedBy: "config", reason: "numbers only" }]);
});
