/**
 * JavaScript source of an expression, with what is known of its value. Only text made here or quoted by `quote`
 * ever becomes source: names and strings of a template never do.
 */
export interface Code {
  readonly js: string;
  readonly type: ValueType;
  /** Whether the value can be null, which stands for "no value". */
  readonly nullable: boolean;
  /** A literal of the template: its length needs no check. */
  readonly constant?: true;
}

export type ValueType = "string" | "integer" | "boolean" | "any";

/** A string literal. Safe for every string: line separators, lone surrogates and quotes are escaped. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

export const nothing: Code = { js: "null", type: "any", nullable: true };

export function stringCode(js: string): Code {
  return { js, type: "string", nullable: false };
}

export function booleanCode(js: string): Code {
  return { js, type: "boolean", nullable: false };
}

/** Names that every JavaScript object has by inheritance; a map's entry of that name must not be read directly. */
function isInheritedName(name: string): boolean {
  return name in Object.prototype;
}

/** A key that a map keeps as a plain property (see `runtime/collections/map.ts`). */
export function isPlainKey(name: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(name) && !isInheritedName(name) && name !== "class" && name !== "Class";
}
