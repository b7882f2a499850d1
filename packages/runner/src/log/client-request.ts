import type { HeaderList } from "../integration/backend.js";
import { sentByClient } from "../request/received-request.js";
import type { LoggedBody, LoggedRequest } from "./logged-request.js";

/** What a client has to send so that the log is written again. */
export interface ClientRequest {
  readonly httpMethod: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: LoggedBody;
  readonly sourceIp?: string;
}

/** The request of a client that a log is of: without what the service has added, with the parameters filled in. */
export function clientRequest(logged: LoggedRequest): ClientRequest {
  const { httpMethod = "GET", body = "" } = logged;
  return { httpMethod, url: logged.url ?? urlOf(logged), ...sentByClient(logged.headers), body };
}

function urlOf({ resourcePath = "/", path, query }: LoggedRequest): string {
  const values = new Map(path);
  const filled = resourcePath.replace(/\{([^}+]+)\+?\}/g, (written, name: string) => values.get(name) ?? written);
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  return search === "" ? filled : `${filled}?${search}`;
}
