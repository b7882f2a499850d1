import type { Node } from "web-tree-sitter";
import { readIntegrationResponse } from "../../facts/read-integration.js";
import type { GrammarName, TemplateHost } from "../../found-template.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import { descendants, namedChildren } from "../../syntax-tree/tree-nodes.js";
import type { TemplateSearch } from "../../template-search.js";
import type { HostMap } from "../../tree/host-node.js";
import { branches, pointerTo } from "../../tree/lookup.js";
import { directionOf } from "../template-maps.js";
import { Bindings } from "./bindings.js";
import { constructFacts } from "./construct-facts.js";
import { routeOf, surroundings } from "./route-of.js";
import { SourceExpressionReader } from "./source-expression.js";
import { JAVASCRIPT, PYTHON } from "./source-language.js";

/** A name that says that the text bound to it is a template: `requestTemplate`, `DEFAULT_JSON_REQUEST_TEMPLATE`. */
const TEMPLATE_NAME = /(request|response)_?(?:mapping_?)?template$/i;

/** `requestTemplates`, and names that end so: `defaultRequestTemplates`. */
function directionOfTemplates(name: string): "request" | "response" | undefined {
  const [, direction] = /(request|response)_?templates$/i.exec(name) ?? [];
  return direction === undefined ? undefined : directionOf(direction);
}

const OBJECTS = ["object", "dictionary", "argument_list"];
const BINDINGS = ["pair", "keyword_argument", "variable_declarator", "assignment"];

/** Finds the templates that are literals in TypeScript, JavaScript or Python source (CDK, Pulumi, SDK calls). */
export async function findInCdk(
  search: TemplateSearch,
  grammar: Exclude<GrammarName, "runtime" | "hcl">,
  host: TemplateHost,
): Promise<void> {
  const { source } = search.context;
  const language = grammar === "python" ? PYTHON : JAVASCRIPT;
  await searchTree(search, grammar, host, (root) => {
    const names = new Bindings(root);
    const finder = new SourceFinder(search, new SourceExpressionReader(source, language, names), names);
    for (const binding of descendants(root, BINDINGS)) finder.findTemplateMap(binding);
    for (const binding of descendants(root, BINDINGS)) finder.findNamedTemplate(binding);
  });
}

class SourceFinder {
  constructor(
    private readonly search: TemplateSearch,
    private readonly reader: SourceExpressionReader,
    private readonly names: Bindings,
  ) {}

  findTemplateMap(binding: Node): void {
    const name = bindingName(binding);
    const direction = directionOfTemplates(name);
    const value = bindingValue(binding);
    if (direction === undefined || value === null) return;
    const owner = enclosingObject(binding);
    const response = owner && direction === "response" ? this.readObject(owner) : undefined;
    const facts = {
      direction,
      apiType: "REST",
      ...constructFacts(surroundings(binding, this.names), (node) => this.readObject(node), this.search.context),
      ...routeOf(binding, this.names),
      ...(response !== undefined && {
        response: readIntegrationResponse(response, undefined, this.search.context),
      }),
    } as const;
    const node = this.reader.read(value);
    const unseen = branches(node).filter((branch) => !this.search.wasSeen(branch.node));
    for (const branch of unseen) this.search.addTemplateMap(branch.node, addressOf(binding, name), facts);
  }

  /** Texts whose name alone says what they are, if no map has brought them up. */
  findNamedTemplate(binding: Node): void {
    const name = bindingName(binding);
    const match = TEMPLATE_NAME.exec(name);
    const value = bindingValue(binding);
    if (match === null || value === null || this.isFound(value)) return;
    const node = this.reader.read(value);
    if (node.kind !== "scalar" && node.kind !== "text" && node.kind !== "json") return;
    const direction = directionOf(match[1]!);
    this.search.addTemplate(node, addressOf(binding, name), { direction, apiType: "REST", conditions: [] });
  }

  private isFound({ startIndex, endIndex }: Node): boolean {
    return this.search.templates.some(({ range }) => range.start < endIndex && range.end > startIndex);
  }

  private readObject(node: Node): HostMap {
    const entries = namedChildren(node).flatMap((child) => this.reader.readEntry(child));
    return { kind: "map", entries, start: node.startIndex, end: node.endIndex };
  }
}

function bindingName(node: Node): string {
  const target = node.childForFieldName("key") ?? node.childForFieldName("name") ?? node.childForFieldName("left");
  return target?.text.replace(/^['"]|['"]$/g, "") ?? "";
}

const bindingValue = (node: Node): Node | null => node.childForFieldName("value") ?? node.childForFieldName("right");

/** The object, dictionary or argument list that has `node` as an entry. */
function enclosingObject(node: Node): Node | undefined {
  const parent = node.parent;
  return parent !== null && OBJECTS.includes(parent.type) ? parent : undefined;
}

/** `line:column` of the binding, and its name: source code has no pointers. */
function addressOf(binding: Node, name: string): string {
  const { row, column } = binding.startPosition;
  return pointerTo(`/${row + 1}:${column + 1}`, name);
}
