import { formatOf, HOST_EXTENSIONS, mayHoldTemplates } from "@apigw-vtl/definitions";
import { type CancellationToken, RelativePattern, type Uri, workspace } from "vscode";

/** Enough for any project; a home folder that was opened by mistake must not be read whole. */
export const MOST_FILES = 5000;
const LONGEST_FILE = 2_000_000;
/** Installed packages and what builds leave. */
export const LEFT_OUT = "**/{node_modules,.git,cdk.out,.aws-sam,.terraform,.serverless,dist,build,out}/**";

/** The files of the workspace that have templates, as far as a look at their text can tell. Only on the user's request. */
export async function hostFiles(token?: CancellationToken): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const pattern = `**/*.{${HOST_EXTENSIONS.join(",")}}`;
  const found = await Promise.all(
    folders.map((folder) => workspace.findFiles(new RelativePattern(folder, pattern), LEFT_OUT, MOST_FILES, token)),
  );
  const uris: Uri[] = [];
  for (const uri of found.flat()) {
    if (token?.isCancellationRequested) break;
    if (await holdsTemplates(uri)) uris.push(uri);
  }
  return uris.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function holdsTemplates(uri: Uri): Promise<boolean> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > LONGEST_FILE) return false;
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const format = formatOf(uri.path, text);
    return format !== undefined && mayHoldTemplates(text, format);
  } catch {
    return false; // gone or unreadable since it was found
  }
}
