import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/linter";

/** A parameter that a template can ask for. */
export interface KnownParameter {
  readonly name: string;
  readonly location: "path" | "querystring" | "header";
  readonly from: "declared" | "path of the resource" | "sample";
}

/** What the method declares, the resource's path holds, and the sample sends. */
export function knownParameters(facts: TemplateFacts, event: TemplateEvent | undefined): readonly KnownParameter[] {
  const known = new Map<string, KnownParameter>();
  const add = (parameter: KnownParameter): void => {
    const key = `${parameter.location} ${parameter.name}`;
    if (parameter.name !== "" && !known.has(key)) known.set(key, parameter);
  };
  for (const { name, location } of facts.method?.requestParameters ?? []) add({ name, location, from: "declared" });
  for (const [, name = ""] of (facts.path ?? "").matchAll(/\{([\w.-]+)\+?\}/g)) {
    add({ name, location: "path", from: "path of the resource" });
  }
  const sent = { path: event?.path, querystring: event?.querystring, header: event?.headers };
  for (const location of ["path", "querystring", "header"] as const) {
    for (const name of Object.keys(sent[location] ?? {})) add({ name, location, from: "sample" });
  }
  return [...known.values()];
}
