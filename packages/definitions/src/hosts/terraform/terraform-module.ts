import { DEEPEST_NESTING } from "../../tree/host-document.js";
import type { HostEntry, HostMap, HostNode } from "../../tree/host-node.js";
import { HclExpressionReader } from "./hcl-expression.js";
import type { HclNode } from "./hcl-node.js";
import type { TerraformBlock } from "./terraform-block.js";

/** The blocks of one Terraform file. */
export class TerraformModule {
  readonly blocks: readonly TerraformBlock[];
  private readonly values = new Map<string, HclNode>();
  private readonly resolving = new Set<string>();
  private readonly reader: HclExpressionReader;

  /** `given` are values of variables that count instead of their defaults; `inputs` those that a call gives. */
  constructor(
    root: HclNode,
    source: string,
    private readonly given: ReadonlyMap<string, string> = new Map(),
    private readonly inputs: ReadonlySet<string> = new Set(),
  ) {
    this.reader = new HclExpressionReader(source, (traversal) => this.resolve(traversal));
    const nodes = root.children
      .flatMap((child) => (child.type === "body" ? child.children : [child]))
      .filter((child) => child.type === "block");
    for (const node of nodes) this.collectValues(node);
    this.blocks = nodes.map((node) => this.readBlock(node));
  }

  /** What each local and each variable is, by `local.NAME` and `var.NAME`; read while the parser's tree lives. */
  readValues(): ReadonlyMap<string, HostNode> {
    const names = [...this.values.keys(), ...[...this.given.keys()].map((name) => `var.${name}`)];
    return new Map(
      names.flatMap((name) => {
        const value = this.valueOf(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }

  /** Locals, and the defaults of variables. */
  private collectValues(block: HclNode): void {
    const [kind, label] = block.children;
    const body = block.children.find((child) => child.type === "body");
    if (body === undefined) return;
    for (const attribute of body.children.filter((child) => child.type === "attribute")) {
      const [name, value] = attribute.children;
      if (name === undefined || value === undefined) continue;
      if (kind?.text === "locals") this.values.set(`local.${name.text}`, value);
      if (kind?.text === "variable" && name.text === "default") this.values.set(`var.${labelText(label)}`, value);
    }
  }

  /** Of the same file, so that what refers to it can have it in its place. */
  private resolve(traversal: string): HostNode | undefined {
    if (this.inputs.has(traversal.replace(/^var\./, ""))) return undefined;
    const node = this.valueOf(traversal);
    return node?.kind === "expression" ? undefined : node;
  }

  private valueOf(traversal: string): HostNode | undefined {
    const given = this.given.get(traversal.replace(/^var\./, ""));
    if (given !== undefined && traversal.startsWith("var.")) return { kind: "scalar", value: given, start: 0, end: 0 };
    const value = this.values.get(traversal);
    if (value === undefined || this.resolving.has(traversal)) return undefined;
    this.resolving.add(traversal);
    const node = this.reader.read(value);
    this.resolving.delete(traversal);
    return node;
  }

  private readBlock(node: HclNode): TerraformBlock {
    const children = node.children;
    const kind = children[0]?.text ?? "";
    const labels = children.filter((child) => child.type === "string_lit").map(labelText);
    const body = children.find((child) => child.type === "body");
    const address = kind === "resource" ? labels.join(".") : kind === "locals" ? "local" : [kind, ...labels].join(".");
    const entries = body === undefined ? [] : this.readBody(body, 0);
    const map: HostMap = { kind: "map", entries, ...node.range };
    return { kind, type: kind === "resource" ? (labels[0] ?? "") : "", address, body: map };
  }

  private readBody(body: HclNode, depth: number): HostEntry[] {
    if (depth > DEEPEST_NESTING) return [];
    return body.children.flatMap((child): HostEntry[] => {
      const [name, value] = child.children;
      if (name === undefined) return [];
      const keyRange = name.range;
      if (child.type === "attribute" && value !== undefined) {
        return [{ key: name.text, keyRange, value: this.reader.read(value) }];
      }
      const inner = child.children.find((grandchild) => grandchild.type === "body");
      if (child.type !== "block" || inner === undefined) return [];
      const entries = this.readBody(inner, depth + 1);
      return [{ key: name.text, keyRange, value: { kind: "map", entries, ...child.range } }];
    });
  }
}

const labelText = (node: HclNode | undefined): string => node?.text.replace(/^"|"$/g, "") ?? "";
