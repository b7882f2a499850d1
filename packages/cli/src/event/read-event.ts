import type { InputReader } from "../io/input-reader.js";
import { assignMulti, assignSingle, parseAssignment } from "./assignment.js";
import { type CompleteEvent, EMPTY_EVENT } from "./complete-event.js";
import { setContextPath } from "./context-path.js";
import type { EventFlags } from "./event-flags.js";
import { fromHttpProxyEvent, isHttpProxyEvent } from "./http-proxy-event.js";
import { readOwnEvent } from "./own-event.js";
import { merge, type PlainObject } from "./plain-object.js";
import { commonLogTime, parseTime } from "./request-time.js";
import { fromRestProxyEvent, isRestProxyEvent } from "./rest-proxy-event.js";
import { SAMPLE_CONTEXT } from "./sample-context.js";
import { readStructured } from "./structured-document.js";

/** Puts the request together: the sample context, over it the event file, over that the flags. */
export async function readEvent(flags: EventFlags, reader: InputReader): Promise<CompleteEvent> {
  const base = flags.event === undefined ? EMPTY_EVENT : await readEventFile(flags.event, reader);
  return {
    body: flags.body === undefined ? base.body : (await reader.read(flags.body)).text,
    headers: assignMulti("--header", flags.header ?? [], base.headers),
    querystring: assignMulti("--query", flags.query ?? [], base.querystring),
    path: assignSingle("--path", flags.path ?? [], base.path),
    stageVariables: assignSingle("--stage-var", flags.stageVar ?? [], base.stageVariables),
    context: await readContext(flags, base.context, reader),
  };
}

async function readEventFile(path: string, reader: InputReader): Promise<CompleteEvent> {
  const document = await readStructured(path, reader);
  if (isRestProxyEvent(document.value)) return fromRestProxyEvent(document.value);
  if (isHttpProxyEvent(document.value)) return fromHttpProxyEvent(document.value);
  return readOwnEvent(document);
}

async function readContext(flags: EventFlags, ofEvent: PlainObject, reader: InputReader): Promise<PlainObject> {
  let context = merge(flags.sampleContext ? SAMPLE_CONTEXT : {}, ofEvent);
  if (flags.context !== undefined) context = merge(context, (await readStructured(flags.context, reader)).value);
  for (const text of flags.contextSet ?? []) {
    const [path, value] = parseAssignment("--context-set", text);
    context = setContextPath(context, path, value);
  }
  if (flags.time !== undefined) {
    const time = parseTime(flags.time);
    context = merge(context, { requestTime: commonLogTime(time), requestTimeEpoch: time });
  }
  return flags.requestId === undefined ? context : merge(context, { requestId: flags.requestId });
}
