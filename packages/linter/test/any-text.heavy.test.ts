import fc from "fast-check";
import { expect, it } from "vitest";
import { type LintSettings, lint, lintAndFix, recommendedSettings, rules, type TemplateFacts } from "../src/index.js";
import { factsOf } from "../src/testing/check-rule.js";

const settings: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

const piece = fc.constantFrom(
  ...["{", "}", "[", "]", '"', "'", ":", ",", ";", "\\", "$", "#", "!", "\n", " ", "a", "0", "-", "(", ")", "=="],
  ...[
    "#set($a = ",
    "#if(",
    "#elseif(",
    "#else",
    "#end",
    "#foreach($e in ",
    "#define($d)",
    "#break",
    "#stop",
    "##",
    "#*",
    "*#",
  ],
  ...["$a", "$e.k", "${a}", "$!{a.b}", "$foreach.hasNext", "$a-1", "null", "1", "true", "[1..3]", "#elseb", "#endb"],
  ...["$input.path('$.a')", "$input.json('$')", "$input.params('p')", "$input.body", "$input.params().header"],
  ...[
    "$util.escapeJavaScript(",
    "$util.toJson(",
    '.replaceAll("\\\'","\'")',
    ".equals('x')",
    ".get(0)",
    "[0]",
    ".size()",
  ],
  ...["$context.authorizer.claims.custom:x", "$context.identity", "$context.status", "$method.request.header.a"],
  ...['"a": "', "Action=Send&Message=", "## vtl-disable-next-line\n", "<hole>", "𝒳"],
);

const facts = fc.constantFrom<TemplateFacts | undefined>(
  undefined,
  factsOf(),
  factsOf({ integration: { type: "MOCK" } }),
  factsOf({ direction: "response", integration: { service: "dynamodb" } }),
  { gatewayResponse: { responseType: "DEFAULT_4XX" } },
);

it("is linted and fixed without an exception, every place within the text", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), facts, (pieces, known) => {
      const source = pieces.join("");
      const holes = [...source.matchAll(/<hole>/g)].map(({ index }) => ({ start: index, end: index + 6 }));
      const input = { source, holes, settings, ...(known && { facts: known }) };
      for (const { range, fix } of lint(input).findings) {
        for (const { start, end } of [range, ...(fix?.edits ?? []).map((edit) => edit.range)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }
      lintAndFix(input, { unsafe: true });
    }),
    { numRuns: 1000 },
  );
});

it.each([
  "#if($a)",
  "#foreach($a in $b)",
  "#define($d)",
  "#m($a)",
  "#@m()",
  "(",
  "#if(!",
  "$a.f(",
  '#set($a = "',
  "${",
  "[1, ",
])(
  "is linted without an exception however often it opens %s",
  (opener) => {
    const source = opener.repeat(20_000);
    for (const { range } of lint({ source, settings }).findings) expect(range.end).toBeLessThanOrEqual(source.length);
  },
  30_000,
);
