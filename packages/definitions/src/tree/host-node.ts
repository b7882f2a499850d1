import type { Part } from "../map/assemble.js";
import type { Interpolation, Literal, TextRewrite } from "../map/literal.js";
import type { HoleConstruct, TextRange } from "../map/piece.js";

/**
 * A value of a host file, whatever its language: YAML, JSON, an HCL expression, a JavaScript or Python literal.
 * CloudFormation intrinsics are maps of one `Fn::` (or `Ref`) key, short tags included.
 */
export type HostNode =
  | HostScalar
  | HostText
  | HostMap
  | HostList
  | HostChoice
  | HostJson
  | HostFileReference
  | HostExpression;

/** A number, boolean, null, or a string with the literal that writes it. */
export interface HostScalar extends TextRange {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly literal?: Literal;
}

/** A string made of several literals and expressions. */
export interface HostText extends TextRange {
  readonly kind: "text";
  readonly parts: readonly Part[];
}

export interface HostMap extends TextRange {
  readonly kind: "map";
  readonly entries: readonly HostEntry[];
  /** What else it has: maps that only the deployment knows, or that are chosen then. */
  readonly rest?: readonly HostNode[];
}

export interface HostEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: HostNode;
}

export interface HostList extends TextRange {
  readonly kind: "list";
  readonly items: readonly HostNode[];
}

/** One of several values, decided when the host is deployed. */
export interface HostChoice extends TextRange {
  readonly kind: "choice";
  readonly branches: readonly { readonly condition: string; readonly node: HostNode }[];
}

/** The JSON text of a value: `jsonencode(...)`, `JSON.stringify(...)`, `json.dumps(...)`. */
export interface HostJson extends TextRange {
  readonly kind: "json";
  readonly value: HostNode;
  readonly style: JsonStyle;
  /** Of the values in it that are no literals. */
  readonly construct: HoleConstruct;
}

/** How a serializer writes JSON. */
export interface JsonStyle {
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Spaces by level; none: everything on one line. */
  readonly indent: number;
  readonly sortKeys: boolean;
  /** UTF-16 units written as `\uXXXX` though JSON does not ask for it. */
  readonly escaped: RegExp;
}

/** The text of another file. */
export interface HostFileReference extends TextRange {
  readonly kind: "file";
  /** As the host writes it, without `${path.module}` and the like. */
  readonly path: string;
  /** What is done to its text, in order: `templatefile()` replaces `${...}`, functions around it do more. */
  readonly interpolations: readonly Interpolation[];
  /** A map of what it replaces them with. */
  readonly variables?: HostNode;
}

/** A value known only when the host is deployed. */
export interface HostExpression extends TextRange {
  readonly kind: "expression";
  readonly construct: HoleConstruct;
  readonly source: string;
  /** What functions make of its value. */
  readonly rewrites?: readonly TextRewrite[];
  /** A text of the file that it makes something else of, which nobody can tell before. */
  readonly hidden?: HostNode;
}
