import { isPlainObject } from "@apigw-vtl/compiler";
import { encodeBase64, type LoggedBody, type LoggedRequest } from "@apigw-vtl/runner";

/** What a case expects of a body that was logged. */
export interface ExpectedBody {
  readonly expectation: object;
  /** Members that are another in each run, as JSONPaths: the request's id and time. */
  readonly leftOut: readonly string[];
}

/** The body, byte for byte; without what is another in each run, where it is JSON and has such members. */
export function expectedBody(body: LoggedBody, logged: LoggedRequest): ExpectedBody {
  if (typeof body !== "string") return { expectation: { base64: encodeBase64(body) }, leftOut: [] };
  const whole: ExpectedBody = { expectation: { output: body }, leftOut: [] };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return whole;
  }
  const leftOut: string[] = [];
  const lasting = (part: unknown, path: string): unknown => {
    if (Array.isArray(part)) return part.map((item, i) => lasting(item, `${path}[${i}]`));
    if (!isPlainObject(part)) return part;
    const members = Object.entries(part).flatMap(([name, member]) => {
      const at = `${path}.${name}`;
      if (!changes(member, logged)) return [[name, lasting(member, at)] as const];
      leftOut.push(at);
      return [];
    });
    return Object.fromEntries(members);
  };
  const subset = lasting(value, "$");
  return leftOut.length === 0 ? whole : { expectation: { subset }, leftOut };
}

/** As `$context.requestTime` is printed. */
const REQUEST_TIME = /\b\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000/;
/** A log has seconds, and its first line is written when the request has come. */
const AROUND = 5_000;

function changes(value: unknown, { requestId, time }: LoggedRequest): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  const text = String(value);
  if (REQUEST_TIME.test(text) || (requestId !== undefined && text.includes(requestId))) return true;
  const epochs = text.match(/\b\d{13}\b/g) ?? [];
  return time !== undefined && epochs.some((epoch) => Math.abs(Number(epoch) - time) <= AROUND);
}
