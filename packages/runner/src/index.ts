// Whoever runs requests reads a definition first.
export {
  type DefinitionFile,
  type DefinitionOptions,
  type DefinitionResult,
  readDefinition,
} from "@apigw-vtl/definitions";
export type * from "./authorizer/stand-in.js";
export { decodeBase64, encodeBase64 } from "./binary/base64.js";
export { createGateway, type Gateway } from "./create-gateway.js";
export type { ApiKey, GatewayOptions } from "./gateway-options.js";
export type * from "./integration/backend.js";
export { type WireRequest, wireRequestOf } from "./integration/wire-request.js";
export { type ClientRequest, clientRequest } from "./log/client-request.js";
export type { LoggedBody, LoggedMessage, LoggedRequest } from "./log/logged-request.js";
export { readExecutionLog } from "./log/read-log.js";
export type * from "./pipeline/invocation.js";
export { type InvocationJson, invocationToJson } from "./report/invocation-json.js";
export { type Locate, locateIn } from "./report/locate.js";
export { gatewayRequest } from "./request/gateway-request.js";
export { writtenValues } from "./request/multi-values.js";
export { statusSelecting } from "./route/choose-response.js";
export { AnswerRecorder, type RecordedAnswer } from "./stub/answer-recorder.js";
export { readStubFile, type StubFile } from "./stub/read-stub-file.js";
export { scriptedBackend } from "./stub/scripted-backend.js";
export { type StubbedRequest, type StubOptions, stubBackend } from "./stub/stub-backend.js";
export type { StubRule } from "./stub/stub-rule.js";
export type { CompileTemplate } from "./template/prepared-template.js";
