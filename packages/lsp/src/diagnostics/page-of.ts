import { codes, documentationUrl } from "@apigw-vtl/compiler";
import { rulesById } from "@apigw-vtl/linter";

/** Where the page of a rule or of a code is published. */
export function pageOf(ruleId: string): string {
  if (Object.hasOwn(codes, ruleId)) return documentationUrl(ruleId);
  const page = rulesById.has(ruleId) ? `packages/linter/src/rules/${ruleId}/README.md` : `docs/lint-codes/${ruleId}.md`;
  return `https://github.com/apigw-vtl/apigw-vtl/blob/main/${page}`;
}
