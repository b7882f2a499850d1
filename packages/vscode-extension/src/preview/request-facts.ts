import type { RenderReply } from "@apigw-vtl/lsp";
import type { Fact } from "./protocol.js";

type TemplateEvent = Extract<RenderReply, { status: "rendered" }>["event"];

const PARAMETERS = [
  ["path", "Path"],
  ["querystring", "Query"],
  ["headers", "Header"],
  ["stageVariables", "Stage variable"],
] as const;

/** A request in rows: its body, and what of it has a name. Its context is left out, which nobody sends. */
export function requestFacts(event: TemplateEvent): readonly Fact[] {
  const parameters = PARAMETERS.flatMap(([part, label]) =>
    Object.entries(event[part] ?? {}).map(([name, value]) => ({ name: `${label} ${name}`, value: textOf(value) })),
  );
  return event.body ? [{ name: "Body", value: event.body }, ...parameters] : parameters;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
