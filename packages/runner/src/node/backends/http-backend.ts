import type { Backend } from "../../integration/backend.js";
import { sendOverHttp } from "./send-over-http.js";

/** Sends HTTP and HTTP_PROXY integrations to where they point. */
export function httpBackend(): Backend {
  return {
    async send({ target, headers, body, streams }, signal) {
      if (target.kind !== "http") return undefined;
      return sendOverHttp({ method: target.method, url: target.url, headers, body }, signal, streams);
    },
  };
}
