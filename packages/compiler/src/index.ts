/**
 * Parses AWS API Gateway mapping templates and compiles them to JavaScript functions that print byte for byte what
 * the service prints. Runs in any JavaScript engine.
 */
export * from "./core.js";
export {
  type EmitOptions,
  type EmittedModule,
  type EmittedModules,
  emitModule,
  emitModules,
  type ModuleFormat,
  type SharingTemplate,
} from "./emit-module.js";
