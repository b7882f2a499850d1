/** The nearest folder around `place`, an absolute path, or itself, that has a `.git`; else `undefined`. */
export async function repositoryOf(
  place: string,
  entriesOf: (folder: string) => Promise<readonly { readonly name: string }[]>,
): Promise<string | undefined> {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf("/"))) {
    const path = folder === "" ? "/" : folder;
    if ((await entriesOf(path)).some(({ name }) => name === ".git")) return path;
    if (folder === "" || !folder.includes("/")) return undefined;
  }
}
