/** Parameters of a sample; a list stands for one that is sent several times. */
export type MultiValues = Readonly<Record<string, string | readonly string[]>>;

/** One pair for each value. */
export function pairsOf(values: MultiValues): readonly (readonly [name: string, value: string])[] {
  return Object.entries(values).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((each) => [name, each] as const),
  );
}

export function lastValue(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.at(-1);
}
