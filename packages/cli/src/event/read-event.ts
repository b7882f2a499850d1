import {
  type CompleteEvent,
  commonLogTime,
  EMPTY_EVENT,
  EventError,
  mergeObjects,
  type PlainObject,
  readEvent as readRequest,
} from "@apigw-vtl/compiler";
import { readStructured, wrongDocument } from "../documents/structured-document.js";
import { decodeUtf8 } from "../io/encoding.js";
import type { InputReader } from "../io/input-reader.js";
import { memberText } from "../json/member-text.js";
import { assignMulti, assignSingle, parseAssignment } from "../options/assignment.js";
import { parseHeader } from "../request/parse-header.js";
import { bodyFile, readBody } from "../request/read-body.js";
import { setContextPath } from "./context-path.js";
import type { EventFlags } from "./event-flags.js";
import { parseTime } from "./request-time.js";

/**
 * Puts the request together: what the event file says, and over it what the flags say; `$context` is the sample where neither
 * says anything.
 */
export async function readEvent(flags: EventFlags, sample: PlainObject, reader: InputReader): Promise<CompleteEvent> {
  const base = await readEventFile(flags.event, sample, reader);
  return {
    body: (await readBodyText(flags, reader)) ?? base.body,
    headers: assignMulti((flags.header ?? []).map(parseHeader), base.headers),
    querystring: assignMulti(
      (flags.query ?? []).map((text) => parseAssignment("--query", text)),
      base.querystring,
    ),
    path: assignSingle("--path", flags.path ?? [], base.path),
    stageVariables: assignSingle("--stage-var", flags.stageVar ?? [], base.stageVariables),
    context: await readContext(flags, base.context, reader),
  };
}

async function readBodyText(flags: EventFlags, reader: InputReader): Promise<string | undefined> {
  const bytes = await readBody(flags, reader);
  return bytes && decodeUtf8(bytes, bodyFile(flags) ?? "the body");
}

// The sample does not fill gaps in a context that the event has: a template that walks `$context` must see that one alone.
async function readEventFile(
  path: string | undefined,
  sample: PlainObject,
  reader: InputReader,
): Promise<CompleteEvent> {
  if (path === undefined) return { ...EMPTY_EVENT, context: sample };
  const document = await readStructured(path, reader);
  const { value, format, source } = document;
  // In a JSON file exactly as written, so that `1.0` stays `1.0`; of YAML there is no such text.
  const bodyText = () => (format === "json" ? memberText(source.text, "body") : undefined);
  try {
    return readRequest(value, { defaultContext: sample, bodyText });
  } catch (cause) {
    if (!(cause instanceof EventError)) throw cause;
    throw await wrongDocument(document, cause.path, cause.message, { hint: cause.hint, cause });
  }
}

async function readContext(flags: EventFlags, base: PlainObject, reader: InputReader): Promise<PlainObject> {
  let context = base;
  if (flags.context !== undefined) context = mergeObjects(context, (await readStructured(flags.context, reader)).value);
  for (const text of flags.claim ?? []) {
    const [name, value] = parseAssignment("--claim", text);
    context = mergeObjects(context, { authorizer: { claims: { [name]: value } } });
  }
  if (flags.sourceIp !== undefined) context = mergeObjects(context, { identity: { sourceIp: flags.sourceIp } });
  for (const text of flags.contextSet ?? []) {
    const [path, value] = parseAssignment("--context-set", text);
    context = setContextPath(context, path, value);
  }
  if (flags.time !== undefined) {
    const time = parseTime(flags.time);
    context = mergeObjects(context, { requestTime: commonLogTime(time), requestTimeEpoch: time });
  }
  return flags.requestId === undefined ? context : mergeObjects(context, { requestId: flags.requestId });
}
