/** The parameters of a signature, as they are written there. */
export function parametersOf(signature: string): readonly string[] {
  const inside = /\((.*)\)/.exec(signature)?.[1] ?? "";
  return inside === "" ? [] : inside.split(", ");
}
