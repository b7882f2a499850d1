import { contextValue } from "../context/request-context.js";
import type { MappingInputs, MappingSource } from "./mapping-expression.js";

/** The values of a mapping; none if its source is missing, and the mapping is then dropped. */
export function mappedValues(source: MappingSource, inputs: MappingInputs): readonly string[] {
  switch (source.kind) {
    case "static":
      return [source.value];
    case "context":
      return present(textOfContext(contextValue(inputs.context, source.name)));
    case "stage-variable":
      return Object.hasOwn(inputs.stageVariables, source.name) ? present(inputs.stageVariables[source.name]) : [];
    case "parameter":
      return combined(source.location, inputs.parameter(source.location, source.name));
    case "body":
      return present(inputs.body(source.path));
    case "unknown":
      return [];
  }
}

/** `header` and `querystring` are the last value, `multivalueheader` all of them in one, `multivaluequerystring` each. */
function combined(location: string, values: readonly string[]): readonly string[] {
  if (values.length <= 1 || location === "multivaluequerystring") return values;
  return location === "multivalueheader" ? [values.join(",")] : values.slice(-1);
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function textOfContext(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
