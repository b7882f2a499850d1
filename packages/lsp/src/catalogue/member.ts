/** Something that a name can stand for in a template, as the editor explains it. */
export interface Member {
  readonly name: string;
  readonly kind: "property" | "method";
  /** `substring(begin: int, end: int): String`, one for each overload; of a property `body: String`. */
  readonly signatures: readonly string[];
  /** What it gives, in Markdown; empty where the name says it all. */
  readonly documentation: string;
}

/** The parameters of a signature, as they are written there. */
export function parametersOf(signature: string): readonly string[] {
  const inside = /\((.*)\)/.exec(signature)?.[1] ?? "";
  return inside === "" ? [] : inside.split(", ");
}
