/** Mapping templates in tests with vitest and jest. */
export { type Invoked, type InvokeOptions, invoke } from "./authors/invoke.js";
export { type MatcherResult, matchers } from "./authors/matchers.js";
export { type RenderedTemplate, render, renderRoute } from "./authors/render.js";
export type { TemplateMatchers } from "./authors/template-matchers.js";
export type { TestEvent } from "./authors/tested.js";
export { type ImportedTemplate, importedTemplate } from "./imports/imported-template.js";
