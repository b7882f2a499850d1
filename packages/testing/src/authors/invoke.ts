import type { HeaderList, WireRequest } from "@apigw-vtl/runner";
import { nodeHost } from "../node/node-host.js";
import { TestedGateway } from "../run/tested-gateway.js";
import { Subject } from "../suites/subject.js";

/** What a client sends, and what integrations answer. */
export interface InvokeOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or a value that is sent as JSON. */
  readonly body?: unknown;
  readonly stageVariables?: Readonly<Record<string, string>>;
  /** A response of a stub file, or several that are given in turn: `{ status: 200, body: { ok: true } }`. */
  readonly respond?: object;
  /** Answers of a stub file, for requests that go to several integrations; instead of `respond`. */
  readonly answers?: readonly object[];
  /** Values that only the deployment knows. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A request or response, with its body as text. */
interface TextMessage {
  readonly headers: HeaderList;
  readonly body: string;
  /** The body as JSON. Throws if it is none. */
  json(): unknown;
}

/** What the client gets, and what was sent to integrations. */
export interface Invoked extends TextMessage {
  readonly status: number;
  readonly sent: readonly (TextMessage & { readonly method: string; readonly url: string })[];
  /** The execution log of the console's TEST. */
  readonly log: readonly string[];
}

/**
 * Takes a request through the API of a definition, as `vtl invoke` does; nothing is sent, and integrations without an answer
 * answer 200 with `{}`. `invoke("template.yaml", "POST /orders?dry=1", { body: {}, respond: { status: 400 } })`
 */
export async function invoke(definition: string, request: string, options: InvokeOptions = {}): Promise<Invoked> {
  const { headers = {}, body = "", stageVariables, respond, answers = [], parameters = {} } = options;
  const [, method = "", url = ""] = /^([A-Z]+)\s+(\/\S*)$/.exec(request.trim()) ?? [];
  if (method === "") throw new TypeError(`${request} is no request: write POST /orders?dry=1`);
  const subject = await Subject.read(definition.replaceAll("\\", "/"), parameters, nodeHost(definition));
  const { invocation, sent } = await new TestedGateway(subject).invoke({
    request: {
      method,
      url,
      headers: Object.entries(headers),
      body: typeof body === "string" ? body : JSON.stringify(body),
      sourceIp: undefined,
      stageVariables,
    },
    answers: JSON.stringify({ answers: respond === undefined ? answers : [{ respond }] }),
  });
  const { status, headers: responseHeaders, body: bytes } = invocation.response;
  return {
    status,
    ...textMessage(responseHeaders, bytes),
    sent: sent.map(({ method: sentMethod, url: sentUrl, ...message }: WireRequest) => ({
      method: sentMethod,
      url: sentUrl,
      ...textMessage(message.headers, message.body),
    })),
    log: invocation.log,
  };
}

function textMessage(headers: HeaderList, bytes: Uint8Array): TextMessage {
  const body = new TextDecoder().decode(bytes);
  return { headers, body, json: (): unknown => JSON.parse(body) };
}
