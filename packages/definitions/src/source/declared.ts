import type { Place } from "../api-definition.js";
import type { Interpolation } from "../map/literal.js";
import type { HostEntry, HostNode } from "../tree/host-node.js";
import { entryOf, pointerTo } from "../tree/lookup.js";
import { textPieces } from "../tree/text-pieces.js";
import type { DeclaredArm, Evaluation } from "./evaluation.js";
import { type Located, placeOf, type SourceDocument } from "./source-document.js";

/** What a definition declares at one place, with everything resolved that can be. */
export class Declared {
  /** `node` is settled: no intrinsic. `address` leads to it within its file. */
  constructor(
    readonly node: HostNode,
    readonly document: SourceDocument,
    readonly evaluation: Evaluation,
    readonly address = "",
  ) {}

  get place(): Place {
    return placeOf(this.node, this.document);
  }

  /** Whether more may be declared under a key than is known here: only the deployment knows, or a file is missing. */
  isOpen(key: string): boolean {
    const arms = this.arms(key);
    return arms.length > 1 || arms.some(({ value }) => value.holdsUnknown);
  }

  private get holdsUnknown(): boolean {
    const { node, document, evaluation } = this;
    if (node.kind === "list") {
      const arms = node.items.map((item) => evaluation.declareArms(item, document, ""));
      return arms.some((items) => items.length === 0 || items.some(({ value }) => value.holdsUnknown));
    }
    if (node.kind !== "map") return node.kind === "expression" || node.kind === "choice";
    const isUnknown = (entry: HostEntry): boolean =>
      /<|\$\{|^Fn::/.test(entry.key) || this.valueOf(entry) === undefined;
    return (
      node.entries.some(isUnknown) ||
      (node.rest ?? []).some((rest) => evaluation.declare(rest, document)?.holdsUnknown ?? true)
    );
  }

  /** Where the values of a map stand, by key. */
  places(): Readonly<Record<string, Place>> {
    const { node, document, evaluation } = this;
    if (node.kind !== "map") return {};
    return Object.fromEntries(
      node.entries.map(({ key, value }) => {
        const { start, end } = value;
        return [key, { file: evaluation.located(value, document).document.file, range: { start, end } }] as const;
      }),
    );
  }

  /** The value at a path of keys, in any case and with or without underscores. */
  get(...path: readonly string[]): Declared | undefined {
    let current: Declared | undefined = this;
    for (const key of path) current = current?.valueOf(entryOf(current.node, key));
    return current;
  }

  /** The values that a key may have: one, but where conditions are left undecided. */
  arms(key: string): DeclaredArm[] {
    const entry = entryOf(this.node, key);
    return entry === undefined ? [] : this.evaluation.declareArms(entry.value, this.document, this.addressOf(entry));
  }

  /** What stands under a key, not evaluated, with its address. */
  unsettled(key: string): (Located & { readonly address: string }) | undefined {
    const entry = entryOf(this.node, key);
    return entry && { ...this.evaluation.located(entry.value, this.document), address: this.addressOf(entry) };
  }

  private valueOf(entry: HostEntry | undefined): Declared | undefined {
    return entry && this.evaluation.declare(entry.value, this.document, this.addressOf(entry));
  }

  private addressOf({ key, value }: HostEntry): string {
    const { document } = this.evaluation.located(value, this.document);
    const kept = this.evaluation.keptAddress(value);
    return kept ?? pointerTo(document.file === this.document.file ? this.address : "", key);
  }

  /** A key with what is filled in, as `templatefile` does anywhere in a file. */
  private keyOf({ key }: HostEntry): string {
    return this.document.interpolations.length > 0 && key.includes("${") ? (this.plainText(key) ?? key) : key;
  }

  /** The value of exactly this key. */
  entry(key: string): Declared | undefined {
    const found = this.node.kind === "map" ? this.node.entries.findLast((entry) => entry.key === key) : undefined;
    return this.valueOf(found);
  }

  /** The entries of a map, those without a value left out; a map that only the deployment knows is reported. */
  entries(): { readonly key: string; readonly value: Declared }[] {
    const { node, document, evaluation } = this;
    if (node.kind === "expression") {
      const message = `${node.source.replace(/\s+/g, " ")} is not evaluated here; what it declares is missing`;
      evaluation.report("definition-unresolved", this, message);
    }
    if (node.kind !== "map") return [];
    const entries = node.entries.flatMap((entry) => {
      const value = this.valueOf(entry);
      return value === undefined ? [] : [{ key: this.keyOf(entry), value }];
    });
    return [...entries, ...(node.rest ?? []).flatMap((rest) => evaluation.declare(rest, document)?.entries() ?? [])];
  }

  /** The same with every arm of a condition that is left undecided. */
  entryArms(): { readonly key: string; readonly value: Declared }[] {
    if (this.node.kind !== "map") return [];
    return this.node.entries.flatMap((entry) =>
      this.evaluation
        .declareArms(entry.value, this.document, this.addressOf(entry))
        .map(({ value }) => ({ key: this.keyOf(entry), value })),
    );
  }

  /** The items of a list; of anything else itself, since many formats take one for a list of one. */
  items(): Declared[] {
    if (this.node.kind !== "list") return this.isNull ? [] : [this];
    return this.node.items.flatMap((item, index) =>
      this.evaluation.declareArms(item, this.document, pointerTo(this.address, index)).map(({ value }) => value),
    );
  }

  get isNull(): boolean {
    return this.node.kind === "scalar" && this.node.value === null;
  }

  get isMap(): boolean {
    return this.node.kind === "map";
  }

  /** The text of a scalar; what only the deployment knows is reported and stands there by its name. */
  text(): string | undefined {
    const { node, document } = this;
    switch (node.kind) {
      case "scalar":
        if (node.value === null) return undefined;
        if (typeof node.value !== "string") return this.scalarSource(node.value);
        if (document.interpolations.length === 0 && !node.literal?.syntax.kind.startsWith("hcl-")) return node.value;
        return this.filledIn() ?? node.value;
      case "text":
      case "json":
        return this.filledIn();
      case "expression":
        return this.evaluation.unresolved(node.source, this);
      default:
        return undefined;
    }
  }

  /** The text of the file that this is all of. */
  fileText(): string | undefined {
    return this.plainText(this.document.text, this.document.wholeText);
  }

  private plainText(text: string, interpolations?: readonly Interpolation[]): string | undefined {
    const range = { start: 0, end: text.length };
    const literal = { syntax: { kind: "plain-text" as const }, interpolations: [], ...range };
    return this.filledIn({ kind: "scalar", value: text, literal, ...range }, text, interpolations);
  }

  /** The text of an expression that stands within this one; what only the deployment knows is reported. */
  expression(source: string): string {
    const { evaluation } = this;
    return evaluation.evaluator.expression(source, this) ?? evaluation.unresolved(source, this);
  }

  /** `true`, `"true"`, `True`. */
  isTrue(): boolean {
    return /^true$/i.test(this.text() ?? "");
  }

  /** The number that a scalar is or spells. */
  number(): number | undefined {
    const text = this.text();
    const number = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  /** The texts of a map of texts. */
  texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.entries().flatMap(({ key, value }) => {
        const text = value.text();
        return text === undefined ? [] : [[key, text] as const];
      }),
    );
  }

  /** The texts of a list of texts. */
  list(): string[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  /** `0042` of YAML is a number, but an account's number keeps its zeros. */
  private scalarSource(value: number | boolean): string {
    const source = this.document.text.slice(this.node.start, this.node.end).trim();
    return typeof value === "number" && Number(source) === value ? source : String(value);
  }

  private filledIn(
    node = this.node,
    source = this.document.text,
    interpolations = this.document.interpolations,
  ): string | undefined {
    return textPieces(node, { source, interpolations, intrinsics: false })
      ?.map((piece) => ("text" in piece ? piece.text : this.expression(piece.expression)))
      .join("");
  }
}
