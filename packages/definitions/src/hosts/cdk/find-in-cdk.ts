import type { Node } from "web-tree-sitter";
import { readIntegrationResponse } from "../../formats/read-integration.js";
import { inspectTemplates } from "../../formats/read-templates.js";
import type { FoundRoute, GrammarName, TemplateHost } from "../../found-template.js";
import { responseFacts } from "../../inspect/template-facts-of.js";
import { Declared } from "../../source/declared.js";
import { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import { descendants, namedChildren } from "../../syntax-tree/tree-nodes.js";
import type { TemplateSearch } from "../../template-search.js";
import type { HostEntry, HostNode } from "../../tree/host-node.js";
import { pointerTo } from "../../tree/lookup.js";
import { directionOf } from "../template-maps.js";
import { assignedEntry, bindingName, bindingValue, VARIABLES } from "./binding-parts.js";
import { Bindings } from "./bindings.js";
import { constructFacts } from "./construct-facts.js";
import { stringText } from "./path-of.js";
import { proxyRoute } from "./proxy-route.js";
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
const BINDINGS = ["pair", "keyword_argument", ...VARIABLES];

interface ProgramFindings {
  /**
   * Those of the Serverless framework that the program declares (`serverless.ts`, and functions of a service in files of
   * their own), in which nobody has looked.
   */
  readonly services: readonly HostNode[];
  /** Those of proxies that are given templates. */
  readonly routes: readonly FoundRoute[];
}

/** Finds the templates that are literals in TypeScript, JavaScript or Python source (CDK, Pulumi, SDK calls). */
export async function findInCdk(
  document: SourceDocument,
  search: TemplateSearch,
  grammar: Exclude<GrammarName, "runtime" | "hcl">,
  host: TemplateHost,
): Promise<ProgramFindings> {
  const services: HostNode[] = [];
  const routes: FoundRoute[] = [];
  const { text: source } = document;
  const language = grammar === "python" ? PYTHON : JAVASCRIPT;
  const problems = await searchTree(source, grammar, host, (root) => {
    const names = new Bindings(root);
    const reader = new SourceExpressionReader(source, language, names);
    const finder = new SourceFinder(document, search, reader, names);
    for (const node of descendants(root, ["object"])) {
      const keys = keysOf(node);
      if (hasAll(keys, SERVICE_KEYS)) services.push(reader.read(node));
      else if (hasAll(keys, FUNCTION_KEYS) && !isWithin(node, services)) services.push(serviceOf(reader.read(node)));
    }
    const bindings = descendants(root, BINDINGS).filter((binding) => !isWithin(binding, services));
    for (const binding of bindings) finder.findTemplateMap(binding);
    for (const binding of bindings) finder.findNamedTemplate(binding);
    routes.push(...finder.routes);
  });
  for (const problem of problems) search.report(problem);
  return { services, routes };
}

const SERVICE_KEYS = ["service", "provider", "functions"];

/** What a function of a service has in a file of its own: the service's file imports it. */
const FUNCTION_KEYS = ["handler", "events"];

const keysOf = (node: Node): readonly (string | undefined)[] =>
  namedChildren(node).map((child) => child.childForFieldName("key")?.text);

const hasAll = (keys: readonly (string | undefined)[], wanted: readonly string[]): boolean =>
  wanted.every((key) => keys.includes(key));

const isWithin = ({ startIndex }: Node, nodes: readonly HostNode[]): boolean =>
  nodes.some(({ start, end }) => start <= startIndex && startIndex < end);

/** A service that has one function, and of which nothing else is known. */
function serviceOf(declared: HostNode): HostNode {
  const { start, end } = declared;
  const mapOf = (entries: Readonly<Record<string, HostNode>>): HostNode => {
    const keyRange = { start, end: start };
    return {
      kind: "map",
      entries: Object.entries(entries).map(([key, value]) => ({ key, keyRange, value })),
      start,
      end,
    };
  };
  const [service, provider, functions] = [mapOf({}), mapOf({}), mapOf({ function: declared })];
  return mapOf({ service, provider, functions });
}

/** A variable may be called `response_templates` and hold the members of one: no key is a content type, or `$default`. */
const hasOtherKeys = (node: HostNode): boolean =>
  node.kind === "map" && node.entries.length > 0 && node.entries.every(({ key }) => !/^\$|\//.test(key));

class SourceFinder {
  readonly routes: FoundRoute[] = [];
  private readonly evaluation = new Evaluation(new Map(), new Map(), "inspect");

  constructor(
    private readonly document: SourceDocument,
    private readonly search: TemplateSearch,
    private readonly reader: SourceExpressionReader,
    private readonly names: Bindings,
  ) {}

  findTemplateMap(binding: Node): void {
    const name = bindingName(binding);
    // The constructs of CDK have no `responseTemplates` for gateway responses.
    const isGatewayResponse = name === "templates";
    const direction = isGatewayResponse ? "response" : directionOfTemplates(name);
    const value = bindingValue(binding);
    if (direction === undefined || value === null) return;
    const entryName = assignedEntry(binding);
    const node = entryName ? mapOfOne(entryName, this.reader.read(value)) : this.reader.read(value);
    if (VARIABLES.includes(binding.type) && hasOtherKeys(node)) return;
    const construct = constructFacts(surroundings(binding, this.names), (objects) => this.declared(objects));
    if (isGatewayResponse && construct.gatewayResponse === undefined) return;
    const owner = enclosingObject(binding);
    const response = owner && direction === "response" ? readIntegrationResponse(this.declared([owner])) : undefined;
    const facts = {
      direction,
      apiType: "REST",
      ...construct,
      ...routeOf(binding, this.names),
      ...(response !== undefined && { response: responseFacts(response) }),
    } as const;
    const at = { node, document: this.document, address: addressOf(binding, name) };
    const templates = inspectTemplates(at, this.evaluation);
    for (const template of templates) this.search.addDeclared(template, facts);
    this.routes.push(...proxyRoute(templates, facts));
  }

  /** Texts whose name alone says what they are, if no map has brought them up. */
  findNamedTemplate(binding: Node): void {
    const name = bindingName(binding);
    const match = assignedEntry(binding) ? null : TEMPLATE_NAME.exec(name);
    const value = bindingValue(binding);
    if (match === null || value === null || this.isFound(value)) return;
    const target = binding.childForFieldName("name") ?? binding.childForFieldName("left");
    // A text that is added to later is not the whole template.
    if (target !== null && this.names.resolve(target)?.kind === "unknown") return;
    const node = this.reader.read(value);
    if (node.kind !== "scalar" && node.kind !== "text" && node.kind !== "json") return;
    const facts = { direction: directionOf(match[1]!), apiType: "REST", ...routeOf(binding, this.names) } as const;
    this.search.addTemplate(node, addressOf(binding, name), { ...facts, conditions: [] });
  }

  private isFound({ startIndex, endIndex }: Node): boolean {
    return this.search.templates.some(({ range }) => range.start < endIndex && range.end > startIndex);
  }

  /** Objects as one: those within others come first and win. */
  private declared(objects: readonly Node[]): Declared {
    const entries = new Map<string, HostEntry>();
    for (const entry of objects.flatMap(namedChildren).flatMap((child) => this.reader.readEntry(child))) {
      if (!entries.has(entry.key)) entries.set(entry.key, withMemberName(entry));
    }
    const range = { start: objects[0]?.startIndex ?? 0, end: objects.at(-1)?.endIndex ?? 0 };
    return new Declared({ kind: "map", entries: [...entries.values()], ...range }, this.document, this.evaluation);
  }
}

/** `PassthroughBehavior.NEVER` is the text NEVER. */
function withMemberName(entry: HostEntry): HostEntry {
  const { value } = entry;
  const [, member] = value.kind === "expression" ? (/\.([A-Z][A-Z_]+)$/.exec(value.source) ?? []) : [];
  return member === undefined ? entry : { ...entry, value: { ...value, kind: "scalar", value: member } };
}

function mapOfOne(key: Node, value: HostNode): HostNode {
  const { startIndex: start, endIndex: end } = key;
  const name = stringText(key) ?? key.text;
  return { kind: "map", entries: [{ key: name, keyRange: { start, end }, value }], start, end: value.end };
}

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
