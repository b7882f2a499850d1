import { isPlainObject } from "@apigw-vtl/compiler";
import type { RuleSetting } from "@apigw-vtl/linter";

/** What the user sets in the editor, section `vtl`. What is not set has its default. */
export interface Settings {
  readonly diagnostics: {
    readonly enabled: boolean;
    /** Milliseconds from the last keystroke until diagnostics are sent, where the client does not ask for them. */
    readonly delay: number;
  };
  /** Rules and their levels; they win over the configuration files. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Absolute paths of files and folders outside of the workspace that may be read where a file names them. */
  readonly allowOutside: readonly string[];
  readonly inlayHints: {
    /** What an `#end` closes. */
    readonly ends: boolean;
    /** What references print for the active sample. */
    readonly samples: boolean;
  };
  readonly codeLens: { readonly render: boolean; readonly proof: boolean; readonly references: boolean };
}

const defaultSettings: Settings = {
  diagnostics: { enabled: true, delay: 60 },
  rules: {},
  allowOutside: [],
  inlayHints: { ends: true, samples: true },
  codeLens: { render: true, proof: true, references: true },
};

/** The settings in force; features read `current` whenever they need them. */
export class SettingsStore {
  #current = defaultSettings;

  get current(): Settings {
    return this.#current;
  }

  /** Takes what the client sent, and tells whether that is new; whatever is of the wrong type there has its default. */
  update(sent: unknown): boolean {
    const before = JSON.stringify(this.#current);
    this.#current = merge(defaultSettings, sent);
    return JSON.stringify(this.#current) !== before;
  }
}

function merge<Value>(base: Value, sent: unknown): Value {
  if (!isPlainObject(sent) || !isPlainObject(base)) return base;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(sent)) {
    const own = Object.hasOwn(base, name) ? base[name] : undefined;
    if (own === undefined) {
      // `rules` alone has names of the user's.
      if (Object.keys(base).length === 0) merged[name] = value;
    } else if (Array.isArray(own)) {
      if (Array.isArray(value)) merged[name] = value.filter((item) => typeof item === "string");
    } else if (isPlainObject(own)) merged[name] = merge(own, value);
    else if (typeof own === typeof value) merged[name] = value;
  }
  return merged as Value;
}
