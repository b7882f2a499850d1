import { codes, documentationUrl } from "@apigw-vtl/compiler";
import { type Level, rulesById } from "@apigw-vtl/linter";
import { PROJECT_URL } from "../../project-url.js";
import { LINT_CODES } from "./lint-codes.js";

/** What is known of a rule, or of a code that is no rule's. */
export interface FindingKind {
  readonly title: string;
  /** Absent if it depends on the finding. */
  readonly level?: Level;
  readonly tags: readonly string[];
  /** Its page: the asset's name, and where it is published. */
  readonly page: string;
  readonly url: string;
}

/** Everything that a finding's `ruleId` may be. */
export const findingIds: readonly string[] = [...rulesById.keys(), ...Object.keys(codes), ...LINT_CODES.keys()];

/** What a finding's `ruleId` stands for. A rule that says better what a code of the compiler says has the code's name. */
export function findingKind(id: string): FindingKind | undefined {
  const rule = rulesById.get(id);
  if (rule !== undefined) {
    const { title, level, set } = rule.meta;
    const url = `${PROJECT_URL}/blob/main/packages/linter/src/rules/${id}/README.md`;
    return { title, level, tags: ["vtl", set], page: `rules/${id}.md`, url };
  }
  if (Object.hasOwn(codes, id)) {
    const title = codes[id as keyof typeof codes];
    return { title, tags: ["vtl", "syntax"], page: `codes/${id}.md`, url: documentationUrl(id) };
  }
  const own = LINT_CODES.get(id);
  if (own === undefined) return undefined;
  return {
    ...own,
    tags: ["vtl"],
    page: `lint-codes/${id}.md`,
    url: `${PROJECT_URL}/blob/main/docs/lint-codes/${id}.md`,
  };
}
