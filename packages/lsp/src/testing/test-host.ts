import { loadGrammar } from "@apigw-vtl/test-support";
import type { LspHost } from "../host/lsp-host.js";
import { nodeHost } from "../node/node-host.js";

/** This machine, with the grammars from node_modules: nothing has to be built. */
export const testHost: LspHost = { ...nodeHost(new URL("./", import.meta.url)), loadGrammar };
