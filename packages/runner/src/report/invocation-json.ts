import type { Place } from "@apigw-vtl/definitions";
import { encodeBase64 } from "../binary/base64.js";
import type { HeaderList } from "../integration/backend.js";
import type { Invocation, Message, Step } from "../pipeline/invocation.js";
import type { LineAndColumn, Locate } from "./locate.js";

/** A body as JSON can carry it: `body` where the bytes are UTF-8 text, else `bodyBase64`. */
interface BodyJson {
  readonly body?: string;
  readonly bodyBase64?: string;
}

/** A `Message` as JSON. */
export interface MessageJson extends BodyJson {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: HeaderList;
}

/** A `Step` as JSON. */
export interface StepJson extends Omit<Step, "input" | "output" | "place"> {
  readonly place?: Place & Partial<LineAndColumn>;
  readonly input?: MessageJson;
  readonly output?: MessageJson;
}

/** An `Invocation` as JSON, for other programs, the page and the preview. */
export interface InvocationJson extends Omit<Invocation, "response" | "steps"> {
  readonly response: BodyJson & { readonly status: number; readonly headers: HeaderList };
  readonly steps: readonly StepJson[];
}

export function invocationToJson(invocation: Invocation, locate: Locate = () => undefined): InvocationJson {
  const { requestId, response, steps, log } = invocation;
  return {
    requestId,
    response: { status: response.status, headers: response.headers, ...bodyToJson(response.body) },
    steps: steps.map((step) => stepToJson(step, locate)),
    log,
  };
}

function stepToJson({ input, output, place, ...rest }: Step, locate: Locate): StepJson {
  return {
    ...rest,
    ...(place === undefined ? {} : { place: { ...place, ...locate(place) } }),
    ...(input === undefined ? {} : { input: messageToJson(input) }),
    ...(output === undefined ? {} : { output: messageToJson(output) }),
  };
}

function messageToJson({ body, ...rest }: Message): MessageJson {
  return { ...rest, ...(body === undefined ? {} : bodyToJson(body)) };
}

// A byte order mark is part of the body.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function bodyToJson(body: Uint8Array): BodyJson {
  try {
    return { body: decoder.decode(body) };
  } catch {
    return { bodyBase64: encodeBase64(body) };
  }
}
