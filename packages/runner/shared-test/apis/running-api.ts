import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type DefinitionOptions, readDefinition } from "@apigw-vtl/definitions";
import { loadGrammar, readShared } from "@apigw-vtl/test-support";
import { createGateway, type Gateway } from "../../src/index.js";
import { type LocalBackends, type LocalBackendsOptions, localBackends } from "../../src/node.js";

const open: (() => unknown)[] = [];

/** Ends what the tests have started; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0)) await close();
}

/** An API with what answers for it. */
export interface RunningApi {
  readonly gateway: Gateway;
  readonly local: LocalBackends;
  /** Messages of what the definition leaves open. */
  readonly problems: readonly string[];
}

/** Reads an API of ../shared/gateway/apis and starts what answers for it. */
export async function start(
  file: string,
  options: DefinitionOptions &
    Partial<LocalBackendsOptions> & { readonly renamed?: Readonly<Record<string, string>> } = {},
): Promise<RunningApi> {
  const path = `gateway/apis/${file}`;
  const renamed = (other: string) => other.replace(/[^/]+$/, (name) => options.renamed?.[name] ?? name);
  const { definition, problems } = await readDefinition(
    [{ path, text: readShared(path) }],
    {
      readFile: async (other) => readShared(renamed(other)),
      loadGrammar,
    },
    options,
  );
  if (definition === undefined) throw new Error(JSON.stringify(problems));
  const local = localBackends(definition, { folder: "/nowhere", ...options });
  open.push(() => local.close());
  return { gateway: createGateway(definition, local), local, problems: problems.map(({ message }) => message) };
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends a request; gives status, headers and body as text. */
export async function send({ gateway }: RunningApi, method: string, target: string, { headers = {}, body }: Sent = {}) {
  const [path = "", queryString = ""] = target.split("?");
  const invocation = await gateway.invoke({
    httpMethod: method,
    path,
    queryString,
    headers: Object.entries(headers),
    body: new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body)),
  });
  const { response, log } = invocation;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new TextDecoder().decode(response.body),
    log: log.join("\n"),
  };
}

/** A token as Cognito writes them; nobody checks the signature here. */
export function tokenOf(claims: Readonly<Record<string, string>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.signature`;
}

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A backend of this machine, which keeps what it receives and answers JSON. */
export async function listen(answer: (received: Received) => { status?: number; json: unknown }) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      const one = { method: request.method, url: request.url, headers: request.headers, body };
      received.push(one);
      const { status = 200, json } = answer(one);
      response.writeHead(status, { "Content-Type": "application/json", "X-Backend": "pets" });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
