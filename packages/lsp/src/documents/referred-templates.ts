import type { FoundTemplate } from "@apigw-vtl/definitions";

/** A template in a file that a definition in another file names. */
export interface ReferredTemplate {
  readonly uri: string;
  readonly template: FoundTemplate;
}

/** What is told of a template from outside of its file. */
export type ToldOfTemplate = Pick<FoundTemplate, "facts" | "use" | "referredFrom">;

/**
 * What definitions say about templates in other files: `file("put.vtl")` tells which method that is for, and so does the
 * `$ref` of a path.
 */
export class ReferredTemplates {
  /** By host file, then by the template's file. */
  readonly #byHost = new Map<string, ReadonlyMap<string, readonly FoundTemplate[]>>();

  /** What the first definition that has a template says about it. */
  of(uri: string, template: FoundTemplate): ToldOfTemplate | undefined {
    for (const files of this.#byHost.values()) {
      const found = files.get(uri)?.find((referred) => isSame(referred, template));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  clear(): void {
    this.#byHost.clear();
  }

  /** Takes what a host file says now; gives the files that something new is known of. */
  learn(host: string, templates: readonly ReferredTemplate[]): readonly string[] {
    const before = this.#byHost.get(host) ?? new Map<string, readonly FoundTemplate[]>();
    const now = new Map<string, FoundTemplate[]>();
    for (const { uri, template } of templates) now.set(uri, [...(now.get(uri) ?? []), template]);
    if (now.size === 0) this.#byHost.delete(host);
    else this.#byHost.set(host, now);
    const uris = new Set([...before.keys(), ...now.keys()]);
    return [...uris].filter((uri) => whatIsTold(before.get(uri)) !== whatIsTold(now.get(uri)));
  }
}

/** A whole file is one template; what stands in one has an address there, which stays while texts change. */
function isSame(referred: FoundTemplate, own: FoundTemplate): boolean {
  return own.address === "" || referred.address === own.address;
}

function whatIsTold(templates: readonly FoundTemplate[] = []): string {
  return JSON.stringify(templates.map(({ address, facts, use, referredFrom }) => [address, facts, use, referredFrom]));
}
