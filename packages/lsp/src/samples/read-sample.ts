import {
  type CompleteEvent,
  type ContextUse,
  type DialectName,
  EventError,
  parseEvent,
  readEvent,
  sampleContext,
} from "@apigw-vtl/compiler";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { parse as parseYaml } from "yaml";

/** An event to render with, or a sentence that says why there is none. */
export type ReadSample = { readonly event: CompleteEvent } | { readonly problem: string };

interface SampleUse {
  /** Default: it is JSON. */
  readonly isYaml?: boolean;
  /** Of the template. Plain Velocity has no `$context`: its entries are variables, and a sample's would define some. */
  readonly dialect: DialectName;
  /** What is known of the template's API: it decides what `$context` holds where the sample says nothing about it. */
  readonly facts: ContextUse;
}

/**
 * Reads a sample file as `vtl render` does: an event of our own or one of a Lambda proxy. A body that is an object or
 * list stands for its own text, in JSON exactly as written, so that `1.0` stays `1.0`.
 */
export function readSample(text: string, { isYaml = false, dialect, facts }: SampleUse): ReadSample {
  const source = text.replace(/^\ufeff/, "");
  const defaultContext = dialect === "apigateway" ? sampleContext(facts) : {};
  return sampleOf(() => {
    if (isYaml) return readEvent(parseYaml(source), { defaultContext });
    const event = readEvent(JSON.parse(source), { defaultContext, bodyText: () => memberText(source, "body") });
    // Numbers of `$context` with their Java types; a Lambda proxy's have no others than JavaScript's.
    const { context } = parseEvent(source);
    return context === undefined ? event : { ...event, context };
  });
}

/** Reads an event that came as data, and which is all of the request. */
export function sampleOfData(value: unknown): ReadSample {
  return sampleOf(() => readEvent(value));
}

function sampleOf(read: () => CompleteEvent): ReadSample {
  try {
    return { event: read() };
  } catch (error) {
    if (error instanceof EventError) return { problem: sentence(error) };
    if (error instanceof Error) return { problem: error.message };
    throw error;
  }
}

function sentence({ message, hint }: EventError): string {
  const text = hint === undefined ? message : `${message}; ${hint}`;
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function memberText(source: string, name: string): string | undefined {
  const tree = parseTree(source);
  const node = tree && findNodeAtLocation(tree, [name]);
  return node && source.slice(node.offset, node.offset + node.length);
}
