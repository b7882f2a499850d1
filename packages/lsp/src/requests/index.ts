/** What the server answers beyond the protocol; clients import these. */
export { type BlockEndReply, BlockEndRequest } from "./block-end.js";
export { type CompiledReply, CompiledRequest } from "./compiled.js";
export { type ProveReply, ProveRequest } from "./prove.js";
export { ListFolderRequest, ProgramUrlRequest, ReadFileRequest } from "./read-file.js";
export {
  type EventSource,
  type OutputLanguage,
  type OutputProblem,
  type RenderedPart,
  type RenderParams,
  type RenderReply,
  RenderRequest,
} from "./render.js";
export {
  ActiveSampleNotification,
  type NewSampleReply,
  NewSampleRequest,
  type SampleFile,
  SamplesRequest,
} from "./sample.js";
export {
  type ReferenceList,
  type TemplatePlace,
  type TemplateSummary,
  TemplatesChangedNotification,
  TemplatesRequest,
} from "./templates.js";
