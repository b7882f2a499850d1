import type { ErrorObject } from "ajv-draft-04";

/**
 * What the log of the service says of a payload: the messages of the JSON Schema library that it uses
 * (`[object has missing required properties (["name"])]`). Keywords that are rare keep ajv's words.
 */
export function describeErrors(errors: readonly ErrorObject[], payload: unknown): string {
  const messages: string[] = [];
  const groups = new Map<string, { readonly first: ErrorObject; readonly names: string[] }>();
  for (const error of errors) {
    const name = nameOf(error);
    if (name === undefined) {
      messages.push(describe(error, valueAt(payload, error.instancePath)));
      continue;
    }
    // One message for all missing, or all surplus, properties of an object.
    const key = `${error.keyword} ${error.instancePath}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: error, names: [name] });
    else group.names.push(name);
  }
  for (const { first, names } of groups.values()) {
    const list = JSON.stringify(names.sort());
    messages.push(
      first.keyword === "required"
        ? `object has missing required properties (${list})`
        : `object instance has properties which are not allowed by the schema: ${list}`,
    );
  }
  return `[${messages.join(", ")}]`;
}

function nameOf({ keyword, params }: ErrorObject): string | undefined {
  const name =
    keyword === "required"
      ? params.missingProperty
      : keyword === "additionalProperties"
        ? params.additionalProperty
        : undefined;
  return typeof name === "string" ? name : undefined;
}

function describe({ keyword, params, message }: ErrorObject, value: unknown): string {
  const text = typeof value === "string" ? value : "";
  switch (keyword) {
    case "type":
      return `instance type (${typeName(value)}) does not match any allowed primitive type (allowed: ${JSON.stringify([params.type].flat())})`;
    case "enum":
      return `instance value (${JSON.stringify(value)}) not found in enum (possible values: ${JSON.stringify(params.allowedValues)})`;
    case "minLength":
      return `string "${text}" is too short (length: ${[...text].length}, required minimum: ${params.limit})`;
    case "maxLength":
      return `string "${text}" is too long (length: ${[...text].length}, maximum allowed: ${params.limit})`;
    case "minimum":
      return `numeric instance is lower than the required minimum (minimum: ${params.limit}, found: ${String(value)})`;
    case "maximum":
      return `numeric instance is greater than the required maximum (maximum: ${params.limit}, found: ${String(value)})`;
    case "pattern":
      return `ECMA 262 regex "${params.pattern}" does not match input string "${text}"`;
    default:
      return message ?? keyword;
  }
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** The value that a JSON pointer leads to. */
function valueAt(payload: unknown, pointer: string): unknown {
  let value = payload;
  for (const part of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}
