import type { Node } from "web-tree-sitter";
import { descendants, namedChildren } from "../../syntax-tree/tree-nodes.js";

const FUNCTIONS = [
  "function_declaration",
  "function_expression",
  "arrow_function",
  "method_definition",
  "function_definition",
  "lambda",
];
const SCOPES: ReadonlySet<string> = new Set([...FUNCTIONS, "program", "module", "statement_block", "class_definition"]);
const BINDINGS = ["variable_declarator", "assignment", "assignment_expression", "public_field_definition"];
const CHANGES = ["augmented_assignment_expression", "augmented_assignment"];

/** What a name stands for: a value or a function; a parameter, whose value the call says; or more than can be said. */
export type Bound =
  | { readonly kind: "value"; readonly node: Node }
  | { readonly kind: "parameter"; readonly of: Node }
  | { readonly kind: "unknown" };

const UNKNOWN: Bound = { kind: "unknown" };

/** What the names of a program stand for where they are used: found scope by scope, without running anything. */
export class Bindings {
  readonly #scopes = new Map<number, Map<string, Bound>>();
  /** `this.x` and `self.x`, of whatever class. */
  readonly #members = new Map<string, Bound>();
  /** Members that are assigned, as written: `templates.put`. */
  readonly #assigned = new Set<string>();
  readonly #classes: ReadonlyMap<string, Node>;
  readonly #root: Node;
  #uses: Map<string, Node[]> | undefined;
  #modules: Map<string, string> | undefined;

  constructor(root: Node) {
    this.#root = root;
    const classes = descendants(root, ["class_declaration", "class_definition"]);
    this.#classes = new Map(classes.flatMap((node) => [[node.childForFieldName("name")?.text ?? "", node] as const]));
    for (const scope of descendants(root, FUNCTIONS)) this.#bindFunction(scope);
    for (const binding of descendants(root, BINDINGS)) this.#bind(binding);
    for (const change of descendants(root, CHANGES)) {
      const target = change.childForFieldName("left");
      if (target?.type === "identifier") this.#forget(target);
    }
  }

  /** What an identifier, `this.x`, `self.x` or `Class.x` stands for; `undefined` if the file does not say. */
  resolve(use: Node): Bound | undefined {
    const member = memberName(use);
    if (member !== undefined) return this.#members.get(member);
    const [, name = "", own = ""] = /^(\w+)\.(\w+)$/.exec(use.text) ?? [];
    const named = this.#classes.get(name);
    if (named !== undefined) return this.#scopes.get(named.id)?.get(own) ?? this.#members.get(own);
    for (let scope: Node | null = scopeOf(use); scope !== null; scope = scopeOf(scope)) {
      const bound = this.#scopes.get(scope.id)?.get(use.text);
      if (bound !== undefined) return bound;
    }
    return undefined;
  }

  /** Whether a member of an object is given another value than the object was made with. */
  isAssigned({ text }: Node): boolean {
    return this.#assigned.has(text);
  }

  /** The module that JavaScript imports a name from. */
  moduleOf(name: string): string | undefined {
    this.#modules ??= modulesByName(this.#root);
    return this.#modules.get(name);
  }

  /** Where the value or function that a declaration binds is used. */
  usesOf(declaration: Node): Node[] {
    const target = targetOf(declaration);
    const value = FUNCTIONS.includes(declaration.type) ? declaration : boundValueOf(declaration);
    if (target === undefined || value === null) return [];
    this.#uses ??= usesByName(this.#root);
    const name = memberName(target) ?? target.text;
    return (this.#uses.get(name) ?? []).filter((use) => {
      const bound = use.id === target.id ? undefined : this.resolve(use);
      return bound?.kind === "value" && bound.node.id === value.id;
    });
  }

  /** What the calls of a function give for one of its parameters, a call each. */
  argumentsFor(called: Node, parameter: string): (Node | undefined)[] {
    const { parent } = called;
    const declaration = parent !== null && boundValueOf(parent)?.id === called.id ? parent : called;
    const index = parametersOf(called).indexOf(parameter);
    return this.usesOf(declaration).flatMap((use) => {
      const list =
        use.parent?.childForFieldName("function")?.id === use.id && use.parent.childForFieldName("arguments");
      if (!list) return [];
      const args = namedChildren(list);
      const named = args.find((arg) => arg.childForFieldName("name")?.text === parameter);
      return [named?.childForFieldName("value") ?? args[index]];
    });
  }

  #bindFunction(node: Node): void {
    const name = node.childForFieldName("name");
    if (node.type === "method_definition" && name !== null) addTo(this.#members, name.text, { kind: "value", node });
    else if (name !== null) this.#add(scopeOf(node), name.text, { kind: "value", node });
    for (const parameter of parametersOf(node)) this.#add(node, parameter, { kind: "parameter", of: node });
  }

  #bind(binding: Node): void {
    const target = targetOf(binding);
    if (target === undefined) return;
    const value = boundValueOf(binding);
    const bound: Bound = value === null ? UNKNOWN : { kind: "value", node: value };
    const member = binding.type === "public_field_definition" ? target.text : memberName(target);
    if (member !== undefined) addTo(this.#members, member, bound);
    else if (target.type !== "identifier") this.#assigned.add(target.text);
    else if (binding.type === "assignment_expression") this.#forget(target);
    // A declaration without a value is bound later, by an assignment.
    else if (value !== null) this.#add(scopeOf(binding), target.text, bound);
  }

  #add(scope: Node | null, name: string, bound: Bound): void {
    if (scope === null) return;
    const names = this.#scopes.get(scope.id) ?? new Map<string, Bound>();
    this.#scopes.set(scope.id, names);
    addTo(names, name, bound);
  }

  /** A variable that is changed is not what it was first. */
  #forget(target: Node): void {
    for (let scope: Node | null = scopeOf(target); scope !== null; scope = scopeOf(scope)) {
      const names = this.#scopes.get(scope.id);
      if (!names?.has(target.text)) continue;
      names.set(target.text, UNKNOWN);
      return;
    }
    // Declared without a value: the assignment is its value.
    const value = target.parent === null ? null : boundValueOf(target.parent);
    if (value !== null) this.#add(this.#root, target.text, { kind: "value", node: value });
  }
}

/** The names of a function's parameters, in order. */
export function parametersOf(node: Node): string[] {
  const single = node.childForFieldName("parameter");
  const list = node.childForFieldName("parameters");
  const parameters = single !== null ? [single] : list === null ? [] : namedChildren(list);
  return parameters.flatMap((parameter) => {
    const name = parameter.childForFieldName("pattern") ?? parameter.childForFieldName("name") ?? parameter;
    const identifier = name.type === "typed_parameter" ? namedChildren(name)[0] : name;
    return identifier?.type === "identifier" ? [identifier.text] : [];
  });
}

/** What a function returns, if there is one place where it does. */
export function returnedBy(node: Node): Node | undefined {
  const body = node.childForFieldName("body");
  if (body === null) return undefined;
  if (body.type !== "statement_block" && body.type !== "block") return body;
  const returns = descendants(body, ["return_statement"]).filter((each) => enclosingFunction(each)?.id === node.id);
  const [only, ...others] = returns;
  return only === undefined || others.length > 0 ? undefined : namedChildren(only)[0];
}

/** The function that a node is part of. */
export function enclosingFunction(node: Node): Node | undefined {
  let at = node.parent;
  while (at !== null && !FUNCTIONS.includes(at.type)) at = at.parent;
  return at ?? undefined;
}

export const isFunction = (node: Node): boolean => FUNCTIONS.includes(node.type);

function addTo(names: Map<string, Bound>, name: string, bound: Bound): void {
  names.set(name, names.has(name) ? UNKNOWN : bound);
}

function scopeOf(node: Node): Node | null {
  let at = node.parent;
  while (at !== null && !SCOPES.has(at.type)) at = at.parent;
  return at;
}

function targetOf(binding: Node): Node | undefined {
  return binding.childForFieldName("name") ?? binding.childForFieldName("left") ?? undefined;
}

const boundValueOf = (binding: Node): Node | null =>
  binding.childForFieldName("value") ?? binding.childForFieldName("right");

/** `x` of `this.x` and `self.x`. */
function memberName(node: Node): string | undefined {
  return /^(?:this|self)\.(\w+)$/.exec(node.text)?.[1];
}

function usesByName(root: Node): Map<string, Node[]> {
  const uses = new Map<string, Node[]>();
  const kinds = ["identifier", "shorthand_property_identifier", "member_expression", "attribute"];
  for (const node of descendants(root, kinds)) {
    const name = node.type === "member_expression" || node.type === "attribute" ? memberName(node) : node.text;
    if (name === undefined) continue;
    const known = uses.get(name);
    if (known === undefined) uses.set(name, [node]);
    else known.push(node);
  }
  return uses;
}

function modulesByName(root: Node): Map<string, string> {
  const modules = new Map<string, string>();
  for (const node of descendants(root, ["import_statement", "variable_declarator"])) {
    const isImport = node.type === "import_statement";
    if (!isImport && !node.childForFieldName("value")?.text.startsWith("require(")) continue;
    const module = node.descendantsOfType("string").at(-1)?.text.slice(1, -1);
    if (module === undefined) continue;
    for (const name of node.descendantsOfType("identifier")) if (name !== null) modules.set(name.text, module);
  }
  return modules;
}
