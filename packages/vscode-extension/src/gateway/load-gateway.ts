import type { ServerConnection } from "@apigw-vtl/lsp";
import { lent } from "./lent.js";

/** What `gateway.cjs` exports. */
export type Gateway = typeof import("./program.js");

/** Loads the gateway; in a browser the client knows where it is. */
export type LoadGateway = (connection: ServerConnection) => Promise<Gateway>;

/** Loads the text of the gateway once; again if that has failed. */
export function loadOnce(read: (connection: ServerConnection) => Promise<string>): LoadGateway {
  let loading: Promise<Gateway> | undefined;
  return (connection) => {
    loading ??= read(connection)
      .then(evaluateGateway)
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
}

/** Runs the text of `gateway.cjs`, in a process as in a browser's worker, of which only the first could require it. */
function evaluateGateway(text: string): Gateway {
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (Object.hasOwn(lent, name)) return lent[name];
    throw new Error(`the gateway needs ${name}`);
  };
  new Function("module", "exports", "require", `${text}\n//# sourceURL=gateway.cjs`)(module, module.exports, require);
  return module.exports as Gateway;
}
