/** What a declared model says about a part of the body, as far as it is understood; `undefined`: nothing. */
export type Schema = Readonly<Record<string, unknown>> | undefined;

export interface SchemaFacts {
  /** Types of JSON Schema. */
  readonly types: readonly string[];
  readonly texts: readonly string[] | undefined;
  readonly pattern: string | undefined;
  /** Whether a text is a JSON document itself: `contentMediaType`. */
  readonly isJson: boolean;
  readonly minLength: number;
  readonly minItems: number;
}

export const anyType = ["string", "number", "boolean", "null", "object", "array"] as const;

export function asSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;
}

/** Unions and references are not looked into: they may be anything. */
export function readSchema(schema: Schema): SchemaFacts {
  const nothing = { types: anyType, texts: undefined, pattern: undefined, isJson: false, minLength: 0, minItems: 0 };
  if (schema === undefined || "$ref" in schema || "anyOf" in schema || "oneOf" in schema) return nothing;
  const { type, enum: values, pattern, minLength, minItems } = schema;
  const listed = Array.isArray(type) ? type : [type];
  const types = listed.filter((entry): entry is string => typeof entry === "string");
  const texts = Array.isArray(values) && values.every((value) => typeof value === "string") ? values : undefined;
  return {
    types: types.length > 0 ? types : texts ? ["string"] : anyType,
    texts,
    pattern: typeof pattern === "string" ? pattern : undefined,
    isJson: schema.contentMediaType === "application/json",
    minLength: typeof minLength === "number" ? minLength : 0,
    minItems: typeof minItems === "number" ? minItems : 0,
  };
}

export function memberSchema(schema: Schema, name: string): { readonly schema: Schema; readonly required: boolean } {
  const properties = asSchema(schema?.properties);
  const required = schema?.required;
  const isListed = properties !== undefined && Object.hasOwn(properties, name);
  const found = asSchema(isListed ? properties[name] : schema?.additionalProperties);
  return { schema: found, required: Array.isArray(required) && required.includes(name) };
}

export function itemSchema(schema: Schema): Schema {
  return asSchema(schema?.items);
}
