import type { HeaderList } from "../integration/backend.js";

/** The first value of a header, whatever the case of its name. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  for (const [candidate, value] of headers) {
    if (candidate.length === name.length && candidate.toLowerCase() === name) return value;
  }
  return undefined;
}

/** A list of headers in the making; names are compared whatever their case. */
export class HeaderBag {
  #entries: (readonly [name: string, value: string])[];

  constructor(entries: HeaderList = []) {
    this.#entries = [...entries];
  }

  has(name: string): boolean {
    return headerOf(this.#entries, name.toLowerCase()) !== undefined;
  }

  add(name: string, value: string): void {
    this.#entries.push([name, value]);
  }

  /** Replaces all values of a name, at the place of the first. */
  set(name: string, ...values: readonly string[]): void {
    const lower = name.toLowerCase();
    const at = this.#entries.findIndex(([candidate]) => candidate.toLowerCase() === lower);
    const replacement = values.map((value) => [name, value] as const);
    if (at === -1) {
      this.#entries.push(...replacement);
      return;
    }
    const before = this.#entries.slice(0, at);
    const behind = this.#entries.slice(at).filter(([candidate]) => candidate.toLowerCase() !== lower);
    this.#entries = [...before, ...replacement, ...behind];
  }

  remove(name: string): void {
    const lower = name.toLowerCase();
    this.#entries = this.#entries.filter(([candidate]) => candidate.toLowerCase() !== lower);
  }

  setDefault(name: string, value: string): void {
    if (!this.has(name)) this.add(name, value);
  }

  /** What is there now; later changes do not touch it. */
  list(): HeaderList {
    return this.#entries.slice();
  }
}

/** Whether a name can go over the wire. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);
}

/** A value as it can go over the wire: without line breaks, and `?` for what is not Latin-1, as Java writes it. */
export function headerValue(value: string): string {
  return /[^\t\x20-\x7e\x80-\xff]/.test(value)
    ? value.replace(/[^\x20-\x7e\x80-\u{10ffff}\t]/gu, " ").replace(/[^\x00-\xff]/gu, "?")
    : value;
}
