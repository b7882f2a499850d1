export type { TemplateDiagnostic } from "./diagnostic.js";
export { editTemplate } from "./edit-template.js";
export type {
  DeclaredParameter,
  IntegrationFacts,
  IntegrationResponseFacts,
  MethodFacts,
  MethodResponseFacts,
  TemplateFacts,
} from "./facts/template-facts.js";
export { findTemplates, type HostFile } from "./find-templates.js";
export type { FoundTemplate, FoundTemplates, GrammarName, TemplateHost } from "./found-template.js";
export { formatOf, HOST_EXTENSIONS, type HostFormat, mayHoldTemplates } from "./host-format.js";
export type { EditOutcome, TextEdit } from "./map/apply-edits.js";
export { toHostOffset, toHostRange, toTemplateOffset } from "./map/offset-map.js";
export type { HoleConstruct, TextRange } from "./map/piece.js";
export type { Hole, Segment } from "./map/segment.js";
export { mergeTemplates } from "./merge-templates.js";
