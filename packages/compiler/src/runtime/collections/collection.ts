import { JavaObject, type Value } from "../value.js";

/** A `java.util.Collection` that is no list of its own but a view of a list or a map. */
export abstract class JavaCollection extends JavaObject {
  /** What `equals` compares it with: lists equal lists in order, sets equal sets, any other collection only itself. */
  abstract readonly kind: "list" | "set" | "other";
  abstract size(): number;
  /** A snapshot of the members, in order. */
  abstract items(): readonly Value[];
  abstract contains(value: Value): boolean;
}
