/** Everything but `emitModule`, which carries the whole runtime as text: what a program loads that only renders. */
export type { Probe } from "./codegen/probes.js";
export {
  type CompiledTemplate,
  type CompileOptions,
  compile,
  compileInstrumented,
  type InstrumentedTemplate,
  type ProbeListener,
  type TracedPart,
  type TracedResult,
} from "./compile.js";
export { type Code, codes, documentationUrl } from "./diagnostics/codes.js";
export type { Diagnostic, Severity } from "./diagnostics/diagnostic.js";
export type { DialectName } from "./dialect/index.js";
export { VtlRenderError, VtlSyntaxError } from "./errors.js";
export { commonLogTime } from "./event/common-log-time.js";
export { type CompleteEvent, EMPTY_EVENT } from "./event/complete-event.js";
export { type DocumentPath, EventError } from "./event/event-error.js";
export { mergeObjects } from "./event/merge-objects.js";
export { type EventOptions, readEvent } from "./event/read-event.js";
export { type ContextUse, SAMPLE_CONTEXT, sampleContext } from "./event/sample-context.js";
export { type Execution, type ExecutionStep, traceExecution } from "./execution/trace-execution.js";
export {
  type GatewayResponsePart,
  type GatewayResponseVariable,
  gatewayResponseParts,
} from "./gateway-response-text.js";
export { generatedCode } from "./generated-code.js";
export { isJson } from "./is-json.js";
export { type JavaClassName, type JavaMember, javaMembers } from "./java-members.js";
export { type ContextKey, contextKey, contextKeys } from "./members/context.data.js";
export { inputMembers } from "./members/input.js";
export type { Member, TextEffect, UtilFunction } from "./members/member.js";
export { utilFunctions } from "./members/util.js";
export { type ParseOptions, type ParseResult, parse } from "./parse.js";
export { parseEvent } from "./parse-event.js";
export { isPlainObject, type PlainObject } from "./plain-object.js";
export { printedBy } from "./printed-by.js";
export { renderTraced } from "./render-traced.js";
export type { Overrides, RenderOptions, RenderResult } from "./runtime/operations/render.js";
export type { Limits } from "./runtime/operations/render-state.js";
export type { TemplateEvent } from "./runtime/roots/event.js";
export { base64Encode } from "./runtime/text/index.js";
export { exampleOfPattern, matchesPart, matchesWhole, PermissiveJson } from "./service-engines.js";
export { STEERING_CHARACTERS } from "./steering-characters.js";
export { LineIndex, type Position, type Range } from "./syntax/range.js";
export type * from "./syntax/tree.js";
export { childrenOf, walk } from "./syntax/walk.js";
