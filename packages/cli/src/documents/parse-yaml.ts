import { parseDocument } from "yaml";
import { InputError } from "../failure.js";
import type { NamedText } from "../io/input-reader.js";

/** Parses one YAML 1.2 document; a module of its own so that its library is loaded only for YAML. */
export function parseYaml({ name, text }: NamedText): unknown {
  try {
    const document = parseDocument(text, { prettyErrors: false });
    const [error] = document.errors;
    if (error === undefined) return document.toJS();
    const [start, end] = error.pos;
    throw new InputError(`not YAML: ${error.message}`, { location: { name, text, range: { start, end } } });
  } catch (cause) {
    // The library's ReferenceError: aliases that expand to too much ("billion laughs"). A RangeError: the stack.
    const tooMuch = cause instanceof ReferenceError || cause instanceof RangeError;
    throw tooMuch ? new InputError(`cannot use ${name}: ${cause.message}`, { cause }) : cause;
  }
}
