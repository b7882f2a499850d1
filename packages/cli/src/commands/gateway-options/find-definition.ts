import { posix } from "node:path";
import { ProjectReader, textOrNothing } from "@apigw-vtl/definitions";
import { UsageError } from "../../failure.js";
import type { FolderEntry, Io } from "../../io/io.js";
import type { Session } from "../../session.js";

/** Files that declare APIs by custom, and what of their text says that they do. */
const KINDS: readonly { readonly names: RegExp; readonly declares: RegExp }[] = [
  { names: /^(?:template|cloudformation)\.(?:ya?ml|json)$/, declares: /AWS::(?:Serverless::|ApiGateway::)/ },
  { names: /^serverless\.(?:ya?ml|json)$/, declares: /\bhttp\b|AWS::ApiGateway::/ },
  {
    names: /^(?:openapi|swagger|api)\.(?:ya?ml|json)$/,
    declares: /(?:openapi|swagger|AWS::(?:Serverless|ApiGateway))/,
  },
];
const TERRAFORM = /\baws_api_gateway_/;

/**
 * The definition of an API that stands in the current folder or, for Terraform, in a folder there. Throws a `UsageError`
 * that names them if there are several, or none.
 */
export async function findDefinition({ io, reporter }: Session): Promise<string> {
  const found = await definitionsHere(io);
  const [first] = found;
  if (first === undefined) {
    throw new UsageError("no API is declared in this folder", {
      hint: "name the file: template.yaml, serverless.yml, openapi.yaml, or a folder with Terraform files",
    });
  }
  if (found.length > 1) {
    throw new UsageError(`several definitions are in this folder: ${found.join(", ")}`, { hint: "name one of them" });
  }
  reporter.line(reporter.palette.faint(`[${first}]`));
  return first;
}

async function definitionsHere(io: Io): Promise<string[]> {
  const entries = await entriesOf(".", io);
  const found: string[] = [];
  for (const { name, kind } of entries) {
    const declares = kind === "file" ? KINDS.find(({ names }) => names.test(name))?.declares : undefined;
    if (declares?.test(await textOf(name, io))) found.push(name);
  }
  const folders = entries.filter(({ name, kind }) => kind === "folder" && !/^\.|^node_modules$/.test(name));
  for (const folder of [".", ...folders.map(({ name }) => name)])
    if (await hasTerraform(folder, io)) found.push(folder);
  return found;
}

async function hasTerraform(folder: string, io: Io): Promise<boolean> {
  for (const { name, kind } of await entriesOf(folder, io)) {
    if (kind === "file" && name.endsWith(".tf") && TERRAFORM.test(await textOf(posix.join(folder, name), io)))
      return true;
  }
  return false;
}

async function entriesOf(folder: string, io: Io): Promise<FolderEntry[]> {
  const entries = await io.readFolder(folder).catch((): FolderEntry[] => []);
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Empty for what is not read: it declares nothing. */
async function textOf(path: string, io: Io): Promise<string> {
  const scope = { roots: [io.cwd], allowOutside: [] };
  return textOrNothing(await new ProjectReader(io.fileAccess, scope).read(path)) ?? "";
}
