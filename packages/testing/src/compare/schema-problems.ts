import type { TextRange } from "@apigw-vtl/definitions";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { Node } from "jsonc-parser";
import { membersOf } from "./json-tree.js";

/** What of a document its schema refuses. */
export interface SchemaProblem {
  /** `$.items[0].price` */
  readonly path: string;
  readonly message: string;
  readonly at: TextRange;
}

/** Holds a document against a JSON Schema (drafts 4, 6, 7, 2019-09 and 2020-12). Rejects for what is no schema. */
export async function schemaProblems(schema: unknown, root: Node, text: string): Promise<readonly SchemaProblem[]> {
  const validate = await compileSchema(schema);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map((error) => problemOf(error, root));
}

async function compileSchema(schema: unknown): Promise<ValidateFunction> {
  if ((typeof schema !== "object" || schema === null) && typeof schema !== "boolean") {
    throw new Error("a schema is an object");
  }
  const Ajv = await validatorFor(typeof schema === "object" && "$schema" in schema ? String(schema.$schema) : "");
  return new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    logger: false,
    // JSON without `constructor` has none, whatever JavaScript's objects inherit.
    ownProperties: true,
    // In binary 19.99 is no multiple of 0.01.
    multipleOfPrecision: 9,
    code: { regExp: patternOf },
  }).compile(schema);
}

/** By Unicode's rules, for `\p{L}`; what they do not allow, such as the `[\w-_]` of real models, by the older ones. */
const patternOf = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  // Only for modules that Ajv writes, which are not used here.
  { code: "new RegExp" },
);

type Validator = new (options: object) => { compile(schema: object | boolean): ValidateFunction };

/** The libraries are loaded for the drafts that are used; a bundle has the class itself, Node the module around it. */
async function validatorFor(draft: string): Promise<Validator> {
  const { default: exported } = /draft-04/.test(draft)
    ? await import("ajv-draft-04")
    : /20(?:19-09|20-12)/.test(draft)
      ? await import("ajv/dist/2020.js")
      : await import("ajv");
  return ("default" in exported ? exported.default : exported) as Validator;
}

function problemOf({ instancePath, message = "is refused", params, keyword }: ErrorObject, root: Node): SchemaProblem {
  let path = "$";
  let node: Node = root;
  for (const step of instancePath.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = node.type === "array" ? node.children?.[Number(name)] : membersOf(node).get(name)?.value;
    if (next === undefined) break;
    path += node.type === "array" ? `[${name}]` : `.${name}`;
    node = next;
  }
  const more = keyword === "additionalProperties" ? `: ${params.additionalProperty}` : "";
  const values = keyword === "enum" ? `: ${JSON.stringify(params.allowedValues)}` : "";
  return { path, message: message + more + values, at: { start: node.offset, end: node.offset + node.length } };
}
