import type { ProbeListener } from "@apigw-vtl/compiler";

/** Counts how often each probe of a template is reached, and how often references have a value. */
export class TemplateCounter implements ProbeListener {
  readonly #reached: number[] = [];
  readonly #present: number[] = [];
  readonly #missing: number[] = [];

  reached(probe: number): void {
    this.#reached[probe] = (this.#reached[probe] ?? 0) + 1;
  }

  saw<Seen>(probe: number, value: Seen): Seen {
    const counts = isMissing(value) ? this.#missing : this.#present;
    counts[probe] = (counts[probe] ?? 0) + 1;
    return value;
  }

  printed(): void {
    // What is printed is counted by the statements that print it.
  }

  hits(probe: number): number {
    return this.#reached[probe] ?? 0;
  }

  present(probe: number): number {
    return this.#present[probe] ?? 0;
  }

  missing(probe: number): number {
    return this.#missing[probe] ?? 0;
  }
}

/** In the service a missing value is the empty text, and `$input.json` of one is its JSON. */
function isMissing(value: unknown): boolean {
  return value === null || value === "" || value === '""';
}
