import type { SourceDocument } from "../../source/source-document.js";
import type { HostEntry, HostMap, HostNode } from "../../tree/host-node.js";
import { GO_JSON } from "../../tree/json-text.js";
import { entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { type Block, TerraformBlocks } from "../terraform/terraform-blocks.js";

/** Whether a tree is `Pulumi.yaml` of a program in YAML, `runtime: yaml`. */
export function isPulumi(root: HostNode): boolean {
  const runtime = valueAt(root, "runtime");
  const name = runtime?.kind === "map" ? valueAt(runtime, "name") : runtime;
  return name?.kind === "scalar" && name.value === "yaml" && entryOf(root, "resources")?.value.kind === "map";
}

/** The document with an expression for each text that is a reference alone; Pulumi fills in all others. */
export function pulumiDocument({ root, ...parts }: SourceDocument): SourceDocument {
  const resources = new Map(
    entriesOf(valueAt(root, "resources")).map(({ key, value }) => [key, `${typeOf(value)}.${key}`]),
  );
  return { ...parts, root: new References(resources).within(root), interpolations: ["pulumi"] };
}

/** The resources of such a document: those of AWS are Terraform's, under other names. */
export function pulumiBlocks(document: SourceDocument): TerraformBlocks {
  const all = entriesOf(valueAt(document.root, "resources")).map(({ key, value }) => blockOf(key, value, document));
  const variables = entriesOf(valueAt(document.root, "variables"));
  const defaults = ["config", "configuration"].flatMap((section) =>
    entriesOf(valueAt(document.root, section)).flatMap(({ key, value }) => {
      const byDefault = value.kind === "map" ? valueAt(value, "default") : value;
      return byDefault === undefined ? [] : [{ key, value: byDefault }];
    }),
  );
  const properties = all.flatMap(({ address, body }) =>
    body.entries.map(({ key, value }) => ({ key: `${address.slice(address.indexOf(".") + 1)}.${key}`, value })),
  );
  const values = [...defaults, ...variables, ...properties].map(
    ({ key, value }) => [key, { node: value, document }] as const,
  );
  return new TerraformBlocks(all, new Map(values));
}

const entriesOf = (node: HostNode | undefined): readonly HostEntry[] => (node?.kind === "map" ? node.entries : []);

function blockOf(name: string, resource: HostNode, document: SourceDocument): Block {
  const type = typeOf(resource);
  const properties = valueAt(resource, "properties");
  const body: HostMap = properties?.kind === "map" ? properties : { kind: "map", entries: [], start: 0, end: 0 };
  const others = body.entries.flatMap((entry): HostEntry[] => {
    const key = OTHER_NAMES.get(entry.key) ?? OTHER_NAMES.get(`${type} ${entry.key}`);
    return key === undefined ? [] : [{ ...entry, key }];
  });
  return {
    kind: "resource",
    type,
    address: `${type}.${name}`,
    pointer: ["resources", name, "properties"].reduce<string>(pointerTo, ""),
    body: { ...body, entries: [...body.entries, ...others] },
    document,
  };
}

/** Properties whose name is not Terraform's in another case. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["restApi", "rest_api_id"],
  ["aws_lambda_function name", "function_name"],
]);

/** `aws_api_gateway_rest_api` of `aws:apigateway:RestApi` and `aws:apigateway/restApi:RestApi`. */
function typeOf(resource: HostNode): string {
  const type = valueAt(resource, "type");
  const token = type?.kind === "scalar" ? String(type.value) : "";
  const [, provider = "", module = "", name = ""] = /^(\w+):(?:(\w+)(?:\/\w+)?:)?(\w+)$/.exec(token) ?? [];
  if (module === "apigateway" && name === "Response") return "aws_api_gateway_gateway_response";
  return [provider, module === "apigateway" ? "api_gateway" : module, snakeCase(name)]
    .filter((part) => part !== "")
    .join("_");
}

const snakeCase = (name: string): string => name.replace(/(?<=[a-z\d])[A-Z]/g, "_$&").toLowerCase();

/** What stands in the place of references, of files that are read and of values that are written as JSON. */
class References {
  /** Of a node that several aliases are. */
  private readonly made = new Map<HostNode, HostNode>();

  /** `resources`: their addresses by name. */
  constructor(private readonly resources: ReadonlyMap<string, string>) {}

  within(node: HostNode): HostNode {
    if (node.kind === "scalar") return this.ofText(node);
    if (node.kind !== "map" && node.kind !== "list") return node;
    const known = this.made.get(node);
    if (known !== undefined) return known;
    const made =
      node.kind === "list" ? { ...node, items: node.items.map((item) => this.within(item)) } : this.ofMap(node);
    this.made.set(node, made);
    return made;
  }

  private ofMap(node: HostMap): HostNode {
    const [only] = node.entries.length === 1 ? node.entries : [];
    const { start, end } = node;
    if (only !== undefined && /^fn::readFile$/i.test(only.key) && only.value.kind === "scalar") {
      return { kind: "file", path: String(only.value.value), interpolations: [], start, end };
    }
    if (only !== undefined && /^fn::toJSON$/i.test(only.key)) {
      const value = this.within(only.value);
      return { kind: "json", value, style: GO_JSON, construct: "Pulumi expression", start, end };
    }
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: this.within(entry.value) })) };
  }

  private ofText(node: Extract<HostNode, { kind: "scalar" }>): HostNode {
    const [, access] = typeof node.value === "string" ? (/^\$\{([^{}]+)\}$/.exec(node.value) ?? []) : [];
    if (access === undefined) return node;
    const [name = "", ...path] = access.trim().split(".");
    const address = this.resources.get(name);
    const source = address === undefined ? access.trim() : [address, ...path.map(snakeCase)].join(".");
    return { kind: "expression", construct: "Pulumi expression", source, start: node.start, end: node.end };
  }
}
