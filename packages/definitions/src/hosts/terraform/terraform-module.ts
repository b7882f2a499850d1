import type { Node } from "web-tree-sitter";
import { namedChildren } from "../../syntax-tree/tree-nodes.js";
import { DEEPEST_NESTING } from "../../tree/host-document.js";
import type { HostEntry, HostMap, HostNode } from "../../tree/host-node.js";
import { HclExpressionReader } from "./hcl-expression.js";
import type { TerraformBlock } from "./terraform-block.js";

/** The blocks of one Terraform file. */
export class TerraformModule {
  readonly blocks: readonly TerraformBlock[];
  private readonly values = new Map<string, Node>();
  private readonly resolving = new Set<string>();
  private readonly reader: HclExpressionReader;

  /** `given` are values of variables that count instead of their defaults; `inputs` those that a call gives. */
  constructor(
    root: Node,
    source: string,
    private readonly given: ReadonlyMap<string, string> = new Map(),
    private readonly inputs: ReadonlySet<string> = new Set(),
  ) {
    this.reader = new HclExpressionReader(source, (traversal) => this.resolve(traversal));
    const nodes = namedChildren(root)
      .flatMap((child) => (child.type === "body" ? namedChildren(child) : [child]))
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
  private collectValues(block: Node): void {
    const [kind, label] = namedChildren(block);
    const body = namedChildren(block).find((child) => child.type === "body");
    if (body === undefined) return;
    for (const attribute of namedChildren(body).filter((child) => child.type === "attribute")) {
      const [name, value] = namedChildren(attribute);
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

  private readBlock(node: Node): TerraformBlock {
    const children = namedChildren(node);
    const kind = children[0]?.text ?? "";
    const labels = children.filter((child) => child.type === "string_lit").map(labelText);
    const body = children.find((child) => child.type === "body");
    const address = kind === "resource" ? labels.join(".") : kind === "locals" ? "local" : [kind, ...labels].join(".");
    const entries = body === undefined ? [] : this.readBody(body, 0);
    const map: HostMap = { kind: "map", entries, start: node.startIndex, end: node.endIndex };
    return { kind, type: kind === "resource" ? (labels[0] ?? "") : "", address, body: map };
  }

  private readBody(body: Node, depth: number): HostEntry[] {
    if (depth > DEEPEST_NESTING) return [];
    return namedChildren(body).flatMap((child): HostEntry[] => {
      const [name, value] = namedChildren(child);
      if (name === undefined) return [];
      const keyRange = { start: name.startIndex, end: name.endIndex };
      if (child.type === "attribute" && value !== undefined) {
        return [{ key: name.text, keyRange, value: this.reader.read(value) }];
      }
      const inner = namedChildren(child).find((grandchild) => grandchild.type === "body");
      if (child.type !== "block" || inner === undefined) return [];
      const entries = this.readBody(inner, depth + 1);
      return [
        { key: name.text, keyRange, value: { kind: "map", entries, start: child.startIndex, end: child.endIndex } },
      ];
    });
  }
}

const labelText = (node: Node | undefined): string => node?.text.replace(/^"|"$/g, "") ?? "";
