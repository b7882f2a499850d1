import type { FoundTemplate } from "@apigw-vtl/definitions";

type Facts = FoundTemplate["facts"];

/** A template in a file of its own that a host file names. */
export interface ReferredTemplate {
  readonly uri: string;
  readonly facts: Facts;
}

/** What host files say about templates that are in files of their own: `file("put.vtl")` tells which method that is for. */
export class ReferredFacts {
  /** By host file, then by the template's file. */
  readonly #byHost = new Map<string, ReadonlyMap<string, Facts>>();

  /** What the first host that names a file says about it. */
  of(uri: string): Facts | undefined {
    for (const facts of this.#byHost.values()) {
      const found = facts.get(uri);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The URI of the host that these facts are from. */
  hostOf(uri: string): string | undefined {
    for (const [host, facts] of this.#byHost) if (facts.has(uri)) return host;
    return undefined;
  }

  clear(): void {
    this.#byHost.clear();
  }

  /** Takes what a host file says now; gives the files that something new is known of. */
  learn(host: string, templates: readonly ReferredTemplate[]): readonly string[] {
    const before = this.#byHost.get(host) ?? new Map<string, Facts>();
    // A template that is used twice is known by its first use.
    const now = new Map([...templates].reverse().map(({ uri, facts }) => [uri, facts]));
    if (now.size === 0) this.#byHost.delete(host);
    else this.#byHost.set(host, now);
    const uris = new Set([...before.keys(), ...now.keys()]);
    return [...uris].filter((uri) => JSON.stringify(before.get(uri)) !== JSON.stringify(now.get(uri)));
  }
}
