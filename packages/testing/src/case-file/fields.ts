import type { HostNode, TextRange } from "@apigw-vtl/definitions";
import { decodeBase64 } from "@apigw-vtl/runner";
import { jsonOf, textOf } from "./host-json.js";
import type { ExpectedValue, TestFileProblem } from "./test-case.js";

/** Reads the fields of a map of a test file, and notes what cannot be meant. */
export class Fields {
  readonly range: TextRange;
  readonly #source: string;
  readonly #problems: TestFileProblem[];
  readonly #entries: ReadonlyMap<string, HostNode>;

  /** `what` it is, and which fields it may have, for messages. */
  constructor(
    node: HostNode,
    { what, known }: { readonly what: string; readonly known: readonly string[] },
    around: { readonly source: string; readonly problems: TestFileProblem[] },
  ) {
    this.range = rangeOf(node);
    this.#source = around.source;
    this.#problems = around.problems;
    if (node.kind !== "map") this.report(node, `${what} is a map`, `its fields are ${known.join(", ")}`);
    const entries = node.kind === "map" ? node.entries : [];
    for (const { key, keyRange } of entries) {
      if (!known.includes(key)) this.report(keyRange, `${what} has no field ${key}`, `it has ${known.join(", ")}`);
    }
    this.#entries = new Map(entries.map(({ key, value }) => [key, value]));
  }

  get around(): { readonly source: string; readonly problems: TestFileProblem[] } {
    return { source: this.#source, problems: this.#problems };
  }

  get(name: string): HostNode | undefined {
    return this.#entries.get(name);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  report({ start, end }: TextRange, message: string, hint?: string): void {
    this.#problems.push({ start, end, message, ...(hint !== undefined && { hint }) });
  }

  /** A text or number, as text. */
  text(name: string): string | undefined {
    const node = this.get(name);
    if (node === undefined) return undefined;
    if (node.kind === "scalar" && node.value !== null) return textOf(node, this.#source);
    this.report(node, `${name} is a text`);
    return undefined;
  }

  /** A value's JSON. */
  json(name: string): string | undefined {
    const node = this.get(name);
    return node && jsonOf(node, this.#source);
  }

  /** A body: a text as it is, whatever else as JSON. */
  body(name: string): string | undefined {
    const node = this.get(name);
    return node && textOf(node, this.#source);
  }

  /** What a text is the Base64 of. */
  bytes(name: string): Uint8Array | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const bytes = decodeBase64(text);
    if (bytes === undefined) this.report(this.get(name) ?? this.range, `${name} is no Base64`);
    return bytes;
  }

  list(name: string): readonly HostNode[] | undefined {
    const node = this.get(name);
    if (node === undefined) return undefined;
    if (node.kind === "list") return node.items;
    this.report(node, `${name} is a list`);
    return undefined;
  }

  /** The texts of a map, those of lists one after another. */
  pairs(name: string): (readonly [string, string])[] | undefined {
    const node = this.get(name);
    if (node === undefined) return undefined;
    if (node.kind !== "map") {
      this.report(node, `${name} is a map`);
      return undefined;
    }
    return node.entries.flatMap(({ key, value }) =>
      (value.kind === "list" ? value.items : [value]).map((item) => [key, textOf(item, this.#source)] as const),
    );
  }

  /** A value that stands here or, as `{ $file: NAME }`, in a file. */
  value(name: string): ExpectedValue | undefined {
    const node = this.get(name);
    if (node === undefined) return undefined;
    const range = rangeOf(node);
    const [only] = node.kind === "map" && node.entries.length === 1 ? node.entries : [];
    if (only?.key !== "$file") return { kind: "inline", json: jsonOf(node, this.#source), range };
    return { kind: "file", path: textOf(only.value, this.#source), range };
  }
}

export function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
