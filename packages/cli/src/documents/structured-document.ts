import { type DocumentPath, isPlainObject, type PlainObject } from "@apigw-vtl/compiler";
import { InputError } from "../failure.js";
import type { InputReader, NamedText } from "../io/input-reader.js";
import { checkJson } from "../json/check-json.js";

/** A parsed JSON or YAML document and the text it came from. */
export interface StructuredDocument {
  readonly source: NamedText;
  readonly format: "json" | "yaml";
  readonly value: PlainObject;
}

/** Reads an object from JSON or YAML, told apart by the file's name or, where that says nothing, by the first character. */
export async function readStructured(path: string, reader: InputReader): Promise<StructuredDocument> {
  const { name, text } = await reader.read(path);
  const source = { name, text: text.replace(/^\ufeff/, "") };
  const format = formatOf(source);
  const value = format === "json" ? parseJson(source) : (await import("./parse-yaml.js")).parseYaml(source);
  if (!isPlainObject(value)) {
    const start = source.text.length - source.text.trimStart().length;
    const location = { name, text: source.text, range: { start, end: start + 1 } };
    throw new InputError("this must be an object", { location });
  }
  return { source, format, value };
}

/** Something in a document is not what it should be; `path` leads there. */
export async function wrongDocument(
  { source: { name, text }, format }: StructuredDocument,
  path: DocumentPath,
  message: string,
  details: { readonly hint?: string | undefined; readonly cause?: unknown } = {},
): Promise<InputError> {
  // Where values are in a text is known only to what is loaded for definitions.
  const { placeInDocument, readDocument } = await import("@apigw-vtl/definitions");
  const { root } = readDocument(text, format);
  const range = root && placeInDocument(root, path);
  return new InputError(message, { ...details, ...(range && { location: { name, text, range } }) });
}

function formatOf({ name, text }: NamedText): "json" | "yaml" {
  if (/\.ya?ml$/i.test(name)) return "yaml";
  return /\.json$/i.test(name) || /^\s*[[{]/.test(text) ? "json" : "yaml";
}

function parseJson({ name, text }: NamedText): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = checkJson(text);
    if (problem === undefined) throw cause;
    const location = { name, text, range: { start: problem.start, end: problem.end } };
    throw new InputError(`not JSON: ${problem.message}`, { location, cause });
  }
}
