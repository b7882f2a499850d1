/** Whether an offset is within the quotes of its line; those in calls, `$input.params("x")`, come in pairs. */
export function isWithinQuotes(source: string, offset: number): boolean {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset);
  return (line.replaceAll(/\\./g, "").match(/"/g) ?? []).length % 2 === 1;
}
