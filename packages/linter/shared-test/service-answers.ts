import type { TemplateEvent } from "@apigw-vtl/compiler";
import { itemSchema, memberSchema, readSchema, type Schema } from "../src/prover/values/json-schema.js";

/** The event with a body in which what a service answers is of the kind that its documentation says; the rest stays. */
export function asAnswered(event: TemplateEvent, schema: Schema): TemplateEvent {
  if (schema === undefined || typeof event.body !== "string") return event;
  return { ...event, body: JSON.stringify(conform(JSON.parse(event.body), schema)) };
}

function conform(value: unknown, schema: Schema): unknown {
  if (schema === undefined) return value;
  const { types, pattern, isJson: holdsJson } = readSchema(schema);
  if (types.length > 1) return value;
  switch (types[0]) {
    case "string":
      if (holdsJson) return JSON.stringify(value);
      return pattern === undefined
        ? typeof value === "string"
          ? value
          : "t"
        : pattern.includes("(0|")
          ? "-1.5"
          : "Ab1=";
    case "number":
    case "integer":
      return 3;
    case "boolean":
      return value === true;
    case "array":
      return Array.isArray(value) ? value.map((item) => conform(item, itemSchema(schema))) : [];
    default: {
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      const members = Object.entries(isObject ? value : {});
      return Object.fromEntries(
        members.map(([name, member]) => [name, conform(member, memberSchema(schema, name).schema)]),
      );
    }
  }
}
