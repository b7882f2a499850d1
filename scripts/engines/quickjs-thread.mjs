import { parentPort, workerData } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";

const context = (await newQuickJSWASMModuleFromVariant(variant)).newContext();
const { error, value } = context.evalCode(workerData);
parentPort.postMessage({ failed: error !== undefined, told: context.dump(error ?? value) });
