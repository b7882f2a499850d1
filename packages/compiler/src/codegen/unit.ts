import type { Dialect } from "../dialect/index.js";
import { accessorNames } from "../runtime/classes/property.js";
import type { Range } from "../syntax/range.js";
import type { Analysis } from "./analysis.js";
import { type Code, isPlainKey, quote } from "./code.js";
import { isJavaProperty } from "./java-properties.js";
import { Mentions } from "./mentions.js";
import { ProbeWriter } from "./probes.js";

/** A place in the template that can fail or print, numbered for traced code. */
export interface Site {
  readonly range: Range;
  /** The source of the reference, for messages. */
  readonly reference: string | undefined;
}

export interface UnitOptions {
  readonly source: string;
  readonly dialect: Dialect;
  readonly analysis: Analysis;
  /** Whether the code says at every step where it is and what it prints. */
  readonly traced: boolean;
  /** Whether it tells a probe what it reaches and which values it sees. */
  readonly instrumented?: boolean;
}

/** All that the functions of one generated module share: constants, accessors, variables, imports. */
export class Unit {
  readonly source: string;
  readonly dialect: Dialect;
  readonly analysis: Analysis;
  readonly traced: boolean;
  /** Of instrumented code only. */
  readonly probes: ProbeWriter | undefined;
  readonly sites: Site[] = [];
  /** What else than functions the code may need of the runtime. */
  readonly mentions = new Mentions();
  readonly #imports = new Set<string>();
  readonly #declarations: string[] = [];
  readonly #accessors = new Map<string, string>();
  readonly #constants = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  #captures = false;

  constructor(options: UnitOptions) {
    this.source = options.source;
    this.mentions.source(options.source);
    this.dialect = options.dialect;
    this.analysis = options.analysis;
    this.traced = options.traced;
    this.probes = options.instrumented ? new ProbeWriter(options.source) : undefined;
  }

  /** The service takes a missing value for the empty string. */
  get missingIsEmpty(): boolean {
    return this.dialect.invalidReference === "empty-string";
  }

  /**
   * What the output so far is in. Texts of `#evaluate` and macros that they define print into one output with the
   * template; where there are none it is a local variable, which is faster.
   */
  get out(): string {
    return this.analysis.dynamic ? "s.out" : "o";
  }

  /** The name of a function of the runtime. */
  use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  /** A call that can fail; traced code says first where it is. The arguments are evaluated before that. */
  fallible(name: string, args: readonly string[], range: Range, reference?: string): string {
    const callee = this.use(name);
    if (!this.traced) return `${callee}(${args.join(", ")})`;
    return `${this.use("at")}(s, ${this.site(range, reference)}, ${[callee, ...args].join(", ")})`;
  }

  /**
   * Whether reading or setting a property can be more than looking into a map: it then calls whichever accessor there
   * is, which is noted. `$foreach` has entries without being a map.
   */
  calls(property: string): boolean {
    const names = accessorNames(property);
    if (!this.analysis.needsScope && !isJavaProperty(property)) return false;
    for (const name of names) this.mentions.method(name);
    return true;
  }

  /** The source of a node. */
  textOf({ range }: { readonly range: Range }): string {
    return this.source.slice(range.start, range.end);
  }

  /** The name of the function that runs one that prints, and gives what it printed instead of printing it. */
  capture(): string {
    this.#captures = true;
    return "capture";
  }

  get captures(): boolean {
    return this.#captures;
  }

  site(range: Range, reference?: string): number {
    return this.sites.push({ range, reference }) - 1;
  }

  /** A constant of the module, made once for the same source. */
  constant(js: string): string {
    let name = this.#constants.get(js);
    if (name === undefined) {
      name = `k${this.#constants.size}`;
      this.#constants.set(js, name);
      this.#declarations.push(`const ${name} = ${js};`);
    }
    return name;
  }

  /**
   * A function that reads property `name` of a value. One function a name keeps V8's inline caches apart; the
   * entry of a plain map is read directly, everything else goes the general way.
   */
  accessor(name: string): string | undefined {
    if (!isPlainKey(name)) return undefined;
    const slow = this.calls(name) ? "property" : "entryOf";
    return this.#declareAccessor(`p:${name}`, () => this.#readEntry(name, slow));
  }

  /** The same for a step of a JSONPath, which looks at maps only. */
  jsonAccessor(name: string): Code["js"] | undefined {
    if (!isPlainKey(name)) return undefined;
    return this.#declareAccessor(`j:${name}`, () => this.#readEntry(name, "jsonChild"));
  }

  /** It reads before it asks what it reads from: V8 then knows the object's shape, which answers that. */
  #readEntry(name: string, slow: string): string {
    const found = `v !== undefined && ${this.use("isMap")}(o)`;
    return `(o) { const v = o?.[${quote(name)}]; return ${found} ? v : ${this.use(slow)}(o, ${quote(name)}); }`;
  }

  /** A function that reads a text of the event as long as it is untouched, see `event-text.ts`; otherwise calls `slow`. */
  eventAccessor(data: string, names: readonly string[], slow: string): string {
    return this.#declareAccessor(`e:${slow}.${names.join(".")}`, () => {
      const reads = names.map((name, i) => `o${i + 1} = o${i}?.[${quote(name)}]`);
      const found = [`typeof o${names.length} === "string"`, ...names.map((_, i) => `${this.use("isPlain")}(o${i})`)];
      const otherwise = `${this.use(slow)}(${["s", ...names.map(quote)].join(", ")})`;
      const declared = [`o0 = ${this.use(data)}(s)`, ...reads].join(", ");
      return `(s) { const ${declared}; return ${found.join(" && ")} ? o${names.length} : ${otherwise}; }`;
    });
  }

  #declareAccessor(key: string, code: () => string): string {
    let own = this.#accessors.get(key);
    if (own === undefined) {
      own = `g${this.#accessors.size}`;
      this.#accessors.set(key, own);
      this.#declarations.push(`function ${own}${code()}`);
    }
    return own;
  }

  /** The local variable of a template variable (where variables are not dynamic). */
  variable(name: string): string {
    let own = this.#variables.get(name);
    if (own === undefined) {
      own = `v${this.#variables.size}`;
      this.#variables.set(name, own);
    }
    return own;
  }

  get variables(): ReadonlyMap<string, string> {
    return this.#variables;
  }

  get imports(): ReadonlySet<string> {
    return this.#imports;
  }

  get declarations(): readonly string[] {
    return this.#declarations;
  }
}
