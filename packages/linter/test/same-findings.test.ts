import { describe, expect, it } from "vitest";
import { type LintSettings, lint, recommendedSettings, rules } from "../src/index.js";
import { factsOf } from "../src/testing/check-rule.js";

const settings: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

const facts = factsOf({ direction: "response", contentType: "application/json" });

/** Rule and text of each finding, in no order; white space in the text does not count. */
function findingsOf(source: string): readonly string[] {
  return lint({ source, facts, settings })
    .findings.map(({ ruleId, range }) => `${ruleId} ${source.slice(range.start, range.end).replace(/\s+/g, "")}`)
    .sort();
}

/** What one of two branches prints: nothing wrong, or something that a rule tells. */
const branches = [
  `$input.json('$.result')`,
  `$input.path('$.output')`,
  `{"cause": "$input.path('$.cause')"}`,
  `{"all": "$input.json('$')"}`,
  `{"n": $item.n, "l": [1, 2,]}`,
  `{"e": "$util.escapeJavaScript($item.e)", bad: 1}`,
  `{"m": $util.escapeJavaScript($input.json('$.m'))}`,
  `{"a": 1} {"b": 2}`,
  `#set($item = $item.inner){"x": [#foreach($each in $item.l)"$each",#end]}`,
];

const setItem = "#set($item = $input.path('$.item'))";

const pairs = branches.flatMap((one) =>
  branches.filter((other) => other !== one).map((other) => [one, other] as const),
);

describe("findings stay the same", () => {
  it.each(pairs)("in whichever order the branches stand: %s and %s", (one, other) => {
    const test = `$input.path('$.status') == "FAILED"`;
    const straight = `${setItem}#if(${test})\n${one}\n#else\n${other}\n#end`;
    const swapped = `${setItem}#if(${test.replace("==", "!=")})\n${other}\n#else\n${one}\n#end`;
    expect(findingsOf(swapped)).toEqual(findingsOf(straight));
  });

  it.each(branches)("whatever variables are called: %s", (branch) => {
    const renamed = (text: string) => text.replaceAll("$item", "$record").replaceAll("$each", "$one");
    const source = `${setItem}${branch}`;
    const expected = findingsOf(source).map(renamed).sort();
    expect(findingsOf(renamed(source))).toEqual(expected);
  });

  it.each(branches)("however the template is laid out: %s", (branch) => {
    const source = `${setItem}#if($item.a != "")${branch}#end`;
    const laidOut = `## a comment\n\n#set( $item = $input.path('$.item') )\n\n#if( $item.a != "" )\n    ${branch.replaceAll(", ", ",\n      ")}\n#end\n`;
    expect(findingsOf(laidOut)).toEqual(findingsOf(source));
  });
});
