import { parentPort, workerData } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";

const context = (await newQuickJSWASMModuleFromVariant(variant)).newContext();
const result = context.evalCode(workerData);
const isFailure = result.error !== undefined;
parentPort?.postMessage({ failed: isFailure, told: context.dump(isFailure ? result.error : result.value) });
