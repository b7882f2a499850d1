/** Cases of the generator in which we differ from the oracle, each with the reason; the fuzz test prints them. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([]);
