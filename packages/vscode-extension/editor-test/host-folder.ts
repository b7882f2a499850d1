import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The editor that the tests drive, VS Code as a server; set up by `.ci/install-vscode-host`, outside of the checkout. */
const folder = process.env.VTL_VSCODE_HOST ?? join(homedir(), ".cache/apigw-vtl/vscode-host");
const program = "node_modules/code-server/out/node/entry.js";

/**
 * Where the program of the editor is; `undefined` on a machine without it, which CI must not be unless it says so with an
 * empty VTL_VSCODE_HOST.
 */
export function editorProgram(): string | undefined {
  if (folder === "") {
    console.warn("The tests in VS Code are left out: VTL_VSCODE_HOST is empty.");
    return undefined;
  }
  const file = join(folder, program);
  if (existsSync(file)) return file;
  const how = `VS Code's server is not in ${folder}: .ci/install-vscode-host sets it up there, VTL_VSCODE_HOST names another place`;
  if (process.env.CI) throw new Error(how);
  console.warn(`The tests in VS Code are left out. ${how}.`);
  return undefined;
}
