import type { Finding } from "../finding.js";
import type { Level } from "../rule.js";
import type { Suppression } from "./comment-suppressions.js";

/** Says which comments switch off nothing. A comment of which nothing is used can go without a change of the output. */
export function unusedSuppressions(
  unused: readonly Suppression[],
  all: readonly Suppression[],
  knownRules: ReadonlySet<string>,
  level: Level,
): readonly Finding[] {
  return unused.map((one): Finding => {
    const whole = all.filter(({ comment }) => comment === one.comment).every((other) => unused.includes(other));
    const name = one.ruleId === undefined ? "Nothing" : `\`${one.ruleId}\``;
    const why =
      one.ruleId === undefined || knownRules.has(one.ruleId)
        ? `${name} is ${one.ruleId === undefined ? "" : "not "}reported here`
        : `There is no rule ${name}`;
    return {
      ruleId: "unused-suppression",
      level,
      message: `${why}: this comment switches off nothing. Remove it${whole ? "" : " from the list"}.`,
      range: one.comment,
      ...(whole && { fix: { safe: true, edits: [{ range: one.comment, text: "" }] } }),
    };
  });
}
