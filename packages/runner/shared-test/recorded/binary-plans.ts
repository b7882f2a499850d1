import { createHash } from "node:crypto";
import type { ContentHandling, Integration } from "@apigw-vtl/definitions";
import { backend } from "./backends.js";
import { oneMethodApi, template } from "./definition.js";
import { pythonBytes } from "./matches.js";
import type { Plan } from "./plan.js";
import type { RecordedCase, RecordedExpectation } from "./recorded-case.js";

/** `TestApiGatewayS3BinarySupport`: an object put into S3, or got from it, under each content handling. */

const REQUEST =
  /_request(?:\[(None|CONVERT_TO_TEXT)\]|_convert_to_(binary)(_with_request_template)?)\/get-obj-(?:(no-binary-media|binary-type|binary-media|text-type)-)?(?:binary-)?(raw|encoded|text)$/;
const RESPONSE =
  /_response_(no_content_handling|convert_to_text|convert_to_binary)\/(raw|encoded|text)-(?:no-media|payload-(text|binary)-accept-(binary|text))$/;

/** The three payloads, by the words of the recordings: gzip bytes, their Base64, a text. */
export interface Payloads {
  readonly raw: Uint8Array;
  readonly encoded: Uint8Array;
  readonly text: Uint8Array;
}

/** They are in the recordings themselves. */
export function payloadsOf(cases: readonly RecordedCase[]): Payloads {
  const stored = (suffix: string) => {
    const found = cases.find(({ name }) => name.endsWith(`_request[None]/get-obj-no-binary-media-${suffix}`));
    if (typeof found?.expected !== "object") throw new Error(`The recordings have no ${suffix}`);
    return String(found.expected.Body);
  };
  const encoded = stored("binary-encoded");
  return {
    raw: new Uint8Array(Buffer.from(encoded, "base64")),
    encoded: new TextEncoder().encode(encoded),
    text: new TextEncoder().encode(stored("text")),
  };
}

export function binaryPlan({ name, expected, context }: RecordedCase, payloads: Payloads): Plan | undefined {
  if (context.see === undefined || typeof expected === "string") return undefined;
  return (
    requestPlan(name, expected, payloads) ??
    responsePlan(name, expected, payloads) ??
    responseTemplatePlan(name, expected, payloads)
  );
}

/** The recording only points at the test: its name says CONVERT_TO_BINARY, but the first of its two calls has TO_TEXT. */
function responseTemplatePlan(name: string, expected: RecordedExpectation, payloads: Payloads): Plan | undefined {
  if (!name.endsWith("_with_request_template/encoded-text-payload-binary-accept")) return undefined;
  return got(
    {
      binaryMediaTypes: ["image/png"],
      responseHandling: "CONVERT_TO_TEXT",
      responseTemplates: template('{"data": "$input.body"}'),
    },
    { object: payloads.encoded, type: "binary/octet-stream", accept: "image/png" },
    expected,
  );
}

function requestPlan(name: string, expected: RecordedExpectation, payloads: Payloads): Plan | undefined {
  const match = REQUEST.exec(name);
  if (match === null) return undefined;
  const [, handling, toBinary, withTemplate, media = "no-binary-media", payload] = match;
  const contentHandling = toBinary ? "CONVERT_TO_BINARY" : handling === "None" ? undefined : handling;
  const contentType = media === "text-type" ? "text/plain" : "image/png";
  return {
    definition: s3Api({
      binaryMediaTypes: media === "no-binary-media" ? [] : ["image/png"],
      requestHandling: contentHandling as ContentHandling | undefined,
      requestTemplates: withTemplate ? template('{"data": "$input.body"}') : [],
    }),
    request: {
      httpMethod: "PUT",
      path: "/object",
      queryString: "",
      headers: [["Content-Type", contentType]],
      body: payloads[payload as keyof Payloads],
    },
    backend: backend(() => ({ kind: "response", status: 200, headers: [], body: new Uint8Array(0) })),
    observed: (_, sent) => ({
      Body: sent?.body,
      ContentLength: sent?.body.length,
      ContentType: sent?.headers.find(([header]) => header === "Content-Type")?.[1],
      ETag: sent && etag(sent.body),
    }),
    // The rest is S3's own: checksums, encryption, dates.
    expected: {
      Body: pythonBytes(String(expected.Body)),
      ContentLength: expected.ContentLength,
      ContentType: expected.ContentType,
      ETag: expected.ETag,
    },
  };
}

function responsePlan(name: string, expected: RecordedExpectation, payloads: Payloads): Plan | undefined {
  const match = RESPONSE.exec(name);
  if (match === null) return undefined;
  const [, handling, payload, type, accept = payload === "text" ? "text" : "binary"] = match;
  const responseHandling = handling === "no_content_handling" ? undefined : handling?.toUpperCase();
  return got(
    {
      binaryMediaTypes: type === undefined ? [] : ["image/png"],
      responseHandling: responseHandling as ContentHandling | undefined,
    },
    {
      object: payloads[payload as keyof Payloads],
      type: type === "binary" ? "image/png" : "binary/octet-stream",
      accept: accept === "binary" ? "image/png" : "text/plain",
    },
    expected,
  );
}

interface StoredObject {
  readonly object: Uint8Array;
  readonly type: string;
  readonly accept: string;
}

/** Gets an object from S3. */
function got(api: S3Api, { object, type, accept }: StoredObject, expected: RecordedExpectation): Plan {
  return {
    definition: s3Api(api),
    request: {
      httpMethod: "GET",
      path: "/object",
      queryString: "",
      headers: [["Accept", accept]],
      body: new Uint8Array(0),
    },
    backend: backend(() => ({
      kind: "response",
      status: 200,
      headers: [
        ["Content-Type", type],
        ["ETag", etag(object)],
      ],
      body: object,
    })),
    observed: ({ response }) => ({
      status: response.status,
      content: response.body,
      etag: response.headers.find(([header]) => header === "ETag")?.[1],
    }),
    expected: { status: 200, content: pythonBytes(String(expected.content)), etag: expected.etag },
  };
}

interface S3Api {
  readonly binaryMediaTypes: readonly string[];
  readonly requestHandling?: ContentHandling | undefined;
  readonly responseHandling?: ContentHandling | undefined;
  readonly requestTemplates?: Integration["requestTemplates"];
  readonly responseTemplates?: Integration["requestTemplates"];
}

function s3Api(api: S3Api) {
  const { binaryMediaTypes, requestHandling, responseHandling, requestTemplates = [], responseTemplates = [] } = api;
  return oneMethodApi(
    {},
    {
      type: "AWS",
      uri: "arn:aws:apigateway:us-east-1:s3:path/bucket/{object_path}",
      httpMethod: "ANY",
      requestParameters: {
        "integration.request.path.object_path": "method.request.path.object_path",
        "integration.request.header.Content-Type": "method.request.header.Content-Type",
      },
      requestTemplates,
      ...(requestHandling && { contentHandling: requestHandling }),
      responses: [
        {
          statusCode: "200",
          responseParameters: { "method.response.header.ETag": "integration.response.header.ETag" },
          responseTemplates,
          ...(responseHandling && { contentHandling: responseHandling }),
        },
      ],
    },
    { path: "/{object_path+}" },
    { binaryMediaTypes },
  );
}

/** S3's for an object that is put in one piece. */
function etag(bytes: Uint8Array): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}
