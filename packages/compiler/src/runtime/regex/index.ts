export { toLowerCodePoint, toUpperCodePoint } from "./case-mapping.js";
export { exampleOf } from "./example.js";
export { Matcher } from "./matcher.js";
export { Pattern } from "./pattern.js";
export { compilePattern } from "./pattern-cache.js";
export { REGEX_BUDGET_EXCEEDED, RegexBudget } from "./regex-budget.js";
export { replaceAll, replaceFirst } from "./replacement.js";
export { split } from "./split.js";
