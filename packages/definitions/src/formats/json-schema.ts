import { isPlainObject } from "@apigw-vtl/compiler";
import { Declared } from "../source/declared.js";
import { plainValue } from "../source/plain-value.js";
import type { HostNode } from "../tree/host-node.js";

/** Finds the schema that other schemas call by a name, where that is not what a file says at a place. */
export type SchemaLookup = (name: string) => Declared | undefined;

/** `#/components/schemas/Pet`, `#/definitions/Pet`, `https://apigateway.amazonaws.com/restapis/ID/models/Pet`. */
const NAMED = /^(?:#\/(?:components\/schemas|definitions)\/|https?:\/\/[^/]+\/restapis\/[^/]+\/models\/)([^/]+)$/;

/** A model as JSON Schema of draft 4 by itself: what it refers to comes along in `definitions`. */
export function readSchema(declared: Declared, lookup: SchemaLookup = () => undefined): unknown {
  return new SchemaReader(lookup).read(declared);
}

class SchemaReader {
  /** Of schemas that are referred to, by where they stand. */
  private readonly names = new Map<HostNode, string>();
  private readonly definitions = new Map<string, unknown>();
  private readonly pending: { readonly name: string; readonly schema: Declared }[] = [];

  constructor(private readonly lookup: SchemaLookup) {}

  read(declared: Declared): unknown {
    const value = schemaValue(declared);
    const own = isPlainObject(value) && isPlainObject(value.definitions) ? value.definitions : {};
    for (const name of Object.keys(own)) this.definitions.set(name, undefined);
    const schema = this.moved(value, declared, { value, pointer: "#" });
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) {
      const inner = schemaValue(next.schema);
      const at = { value: inner, pointer: `#/definitions/${next.name}` };
      this.definitions.set(next.name, this.moved(inner, next.schema, at));
    }
    if (this.definitions.size === 0 || !isPlainObject(schema)) return schema;
    const moved = isPlainObject(schema.definitions) ? schema.definitions : {};
    return { ...schema, definitions: { ...Object.fromEntries(this.definitions), ...moved } };
  }

  /** `value` with its references leading to where their targets come to stand; `within` is the model that it is in. */
  private moved(value: unknown, at: Declared, within: { value: unknown; pointer: string }): unknown {
    if (Array.isArray(value)) return value.map((item) => this.moved(item, at, within));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const isReference = key === "$ref" && typeof inner === "string";
        return [key, isReference ? this.target(inner, at, within) : this.moved(inner, at, within)];
      }),
    );
  }

  private target(reference: string, at: Declared, within: { value: unknown; pointer: string }): string {
    const { evaluation } = at;
    if (at.document.openApi !== undefined) {
      const found = evaluation.references.resolve(reference, at);
      const schema = found && evaluation.declare(found.node, found.document);
      return this.definitionOf(reference, schema);
    }
    // A model by itself may have definitions of its own.
    if (reference === "#" || (reference.startsWith("#/") && leadsSomewhere(reference, within.value))) {
      return within.pointer + reference.slice(1);
    }
    const name = NAMED.exec(reference)?.[1];
    if (name === undefined) return reference;
    const schema = this.lookup(name.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (schema === undefined) {
      const message = `the model ${name} is not declared; any value passes for it`;
      evaluation.report("definition-not-valid", at, message);
    }
    return this.definitionOf(reference, schema);
  }

  private definitionOf(reference: string, schema: Declared | undefined): string {
    const known = schema && this.names.get(schema.node);
    if (known !== undefined) return `#/definitions/${known}`;
    // `models/order.yaml` is called order, `#/components/schemas/Order` Order.
    const wanted = (reference.split(/[/#]/).findLast((part) => part !== "") ?? "model").replace(
      /\.(?:ya?ml|json)$/,
      "",
    );
    const plain = wanted.replace(/[^\w.-]/g, "_");
    let name = plain;
    for (let number = 2; this.definitions.has(name); number++) name = `${plain}_${number}`;
    // What is not declared lets everything pass.
    this.definitions.set(name, {});
    if (schema !== undefined) {
      this.names.set(schema.node, name);
      this.pending.push({ name, schema });
    }
    return `#/definitions/${name}`;
  }
}

function leadsSomewhere(pointer: string, schema: unknown): boolean {
  let current = schema;
  for (const key of pointer.slice(2).split("/")) {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, name)) return false;
    current = (current as Readonly<Record<string, unknown>>)[name];
  }
  return true;
}

/** CloudFormation and Terraform take a schema as an object or as its JSON text. References in it stay as they are. */
function schemaValue({ node, document: { openApi: _, ...document }, evaluation }: Declared): unknown {
  const declared = new Declared(node, document, evaluation);
  const value = plainValue(declared);
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    evaluation.report("definition-not-valid", declared, `the model is not JSON (${reason}); any body passes`);
    return {};
  }
}
