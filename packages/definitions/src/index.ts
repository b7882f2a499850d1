export { describeTemplate, roleOf, type TemplateDescription } from "./address/describe-template.js";
export { parseTemplateAddress, type TemplateAddress } from "./address/template-address.js";
export { addressAmong, templatesAt } from "./address/templates-at.js";
export type * from "./api-definition.js";
export type { DefinitionProblem } from "./definition-problem.js";
export type { TemplateDiagnostic } from "./diagnostic.js";
export { editTemplate } from "./edit-template.js";
export { readIntegrationUri } from "./facts/integration-uri.js";
export { isHiddenHeader, isReservedHeader } from "./facts/service-headers.js";
export type {
  DeclaredParameter,
  FoundFacts,
  IntegrationFacts,
  IntegrationResponseFacts,
  MethodFacts,
  MethodResponseFacts,
  TemplateFacts,
} from "./facts/template-facts.js";
export { folderOf, resolvePath } from "./file-path.js";
export { findTemplates, type HostFile } from "./find-templates.js";
export type {
  FileReference,
  FoundRoute,
  FoundTemplate,
  FoundTemplates,
  GrammarName,
  TemplateHost,
} from "./found-template.js";
export {
  formatOf,
  HOST_EXTENSIONS,
  type HostFormat,
  isProgram,
  isTemplateFile,
  mayHoldTemplates,
} from "./host-format.js";
export { interpolationsOf, isOpenApi, isServerless, readDocument } from "./hosts/read-document.js";
export { DefinitionFiles } from "./inspect/definition-files.js";
export { definitionFiles } from "./inspect/find-in-definition.js";
export type { EditOutcome } from "./map/host-edits.js";
export { toHostOffset, toHostRange, toTemplateOffset } from "./map/offset-map.js";
export type { HoleConstruct, HoleRange, TextRange } from "./map/piece.js";
export type { Hole, Segment } from "./map/segment.js";
export { mergeTemplates } from "./merge-templates.js";
export { otherVelocity } from "./other-velocity.js";
export { type DefinitionOptions, type DefinitionResult, readDefinition } from "./read-definition.js";
export { ConfigReader } from "./reader/config-reader.js";
export {
  type FileAccess,
  type FileEntry,
  type FileText,
  type RefusedFile,
  textOrNothing,
} from "./reader/file-access.js";
export { repositoryOf } from "./reader/find-root.js";
export { isWithin, LARGEST_FILE, ProjectReader, type ReadScope } from "./reader/project-reader.js";
export { type NamedSample, namedSamples, overridesFileOf, sampleRoleOf } from "./samples/named-samples.js";
export type { Declared } from "./source/declared.js";
export { Evaluation } from "./source/evaluation.js";
export { type DefinitionFile, parseFile } from "./source/parse-file.js";
export { plainValue } from "./source/plain-value.js";
export { type TemplateUse, type UsedTemplate, usesOf } from "./template-use.js";
export { applyTextEdits, type TextEdit } from "./text-edit.js";
export type { HostEntry, HostFileReference, HostMap, HostNode } from "./tree/host-node.js";
export { jsonErrorText } from "./tree/json-error-text.js";
export { entryOf, intrinsic, isIntrinsic, transformsOf } from "./tree/lookup.js";
export { placeInDocument } from "./tree/place-in-document.js";
export { textPieces } from "./tree/text-pieces.js";
