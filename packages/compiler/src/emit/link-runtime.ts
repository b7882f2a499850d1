import type { Mentions } from "../codegen/mentions.js";
import { type RuntimeMember, type RuntimePart, type RuntimePiece, runtimePieces } from "./runtime-pieces.js";

/** Generated code, as far as it says what it needs of the runtime. */
export interface RuntimeUser {
  /** Names that `runtime/index.ts` exports. */
  readonly imports: readonly string[];
  readonly mentions: Mentions;
  /** The code, which calls methods of the runtime's own classes. */
  readonly lines: readonly { readonly text: string }[];
}

export interface LinkedRuntime {
  /** Declarations. */
  readonly text: string;
  /** The local name of each import. */
  readonly locals: ReadonlyMap<string, string>;
}

/** What callers of `render` read of its result. */
const RESULT = ["output", "contextUsed", "overrides", "context"];

/**
 * The part of the runtime that some code can reach, in the runtime's own order: a declaration is there if something
 * that is there uses it, a method of a class or of a table of Java methods if besides something that is there mentions
 * its name. A class that is only asked for with `instanceof` has no instances, so nothing of it is there, nor what would
 * be done with one.
 */
export function linkRuntime(users: readonly RuntimeUser[]): LinkedRuntime {
  const { pieces, exports } = runtimePieces();
  const reach = new Reach(pieces);
  for (const key of RESULT) reach.mention(key);
  const locals = new Map<string, string>();
  for (const { imports, mentions, lines } of users) {
    for (const name of mentions.methods) reach.mention(`:${name}`);
    for (const part of mentions.parts) reach.mention(`?${part}`);
    for (const { text } of lines) for (const [, name] of text.matchAll(MEMBER)) reach.mention(name!);
    for (const name of [...imports, "renderTemplate"]) {
      const number = exports[name]!;
      reach.use(number);
      locals.set(name, pieces[number]!.name);
    }
  }
  return { text: reach.text(), locals };
}

/** What stands after a dot, in strings too: that a member is kept for nothing does no harm. */
const MEMBER = /\.([A-Za-z_]\w*)/g;

class Reach {
  readonly #pieces: readonly RuntimePiece[];
  readonly #used = new Set<number>();
  readonly #mentioned = new Set<string>();
  readonly #kept = new Set<RuntimeMember>();
  /** By key, the members of what is there that nobody has mentioned. */
  readonly #waiting = new Map<string, RuntimeMember[]>();

  constructor(pieces: readonly RuntimePiece[]) {
    this.#pieces = pieces;
  }

  use(number: number): void {
    if (this.#used.has(number)) return;
    this.#used.add(number);
    this.mention(`=${number}`);
    this.#enter(this.#pieces[number]!);
  }

  mention(key: string): void {
    if (this.#mentioned.has(key)) return;
    this.#mentioned.add(key);
    for (const member of this.#waiting.get(key) ?? []) this.#keep(member);
    this.#waiting.delete(key);
  }

  #enter({ text, uses = [], mentions = [] }: RuntimePart): void {
    for (const number of uses) this.use(number);
    for (const key of mentions) this.mention(key);
    for (const part of text) {
      if (typeof part === "string") continue;
      if (this.#mentioned.has(part.key)) this.#keep(part);
      else this.#waiting.set(part.key, [...(this.#waiting.get(part.key) ?? []), part]);
    }
  }

  #keep(member: RuntimeMember): void {
    if (this.#kept.has(member)) return;
    this.#kept.add(member);
    this.#enter(member);
  }

  text(): string {
    return this.#pieces.map((piece, number) => (this.#used.has(number) ? this.#textOf(piece) : "")).join("");
  }

  #textOf({ text }: RuntimePart): string {
    return text.map((part) => (typeof part === "string" ? part : this.#memberText(part))).join("");
  }

  #memberText(member: RuntimeMember): string {
    return this.#kept.has(member) ? this.#textOf(member) : (member.otherwise ?? "");
  }
}
