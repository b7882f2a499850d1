import { posix } from "node:path";
import { ProjectReader, textOrNothing } from "@apigw-vtl/definitions/files";
import { configuredScope } from "../../configuration/configured-scope.js";
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
export async function findDefinition(session: Session): Promise<string> {
  const { io, reporter } = session;
  const found = await definitionsIn(".", io, new ProjectReader(io.fileAccess, await configuredScope([], session)));
  const [first] = found;
  if (first === undefined) {
    throw new UsageError("no API is declared in this folder", {
      hint: "name the file: template.yaml, serverless.yml, openapi.yaml, or a folder with Terraform files",
    });
  }
  if (found.length > 1) throw severalIn("this folder", found);
  reporter.line(`[${first}]`, reporter.palette.faint);
  return first;
}

/** The same of a folder that is named: of one without Terraform files. */
export async function definitionIn(folder: string, io: Io, reader: ProjectReader): Promise<string> {
  const found = await definitionsIn(folder, io, reader);
  const [first] = found;
  if (first === undefined) {
    throw new UsageError(`no API is declared in the folder ${folder}`, { hint: "name the file that declares the API" });
  }
  if (found.length > 1) throw severalIn(folder, found);
  return first;
}

function severalIn(where: string, found: readonly string[]): UsageError {
  return new UsageError(`several definitions are in ${where}: ${found.join(", ")}`, { hint: "name one of them" });
}

interface Declaring {
  readonly path: string;
  /** Of a file; a folder with Terraform files is named by no other definition. */
  readonly name?: string;
  readonly text: string;
}

async function definitionsIn(folder: string, io: Io, reader: ProjectReader): Promise<readonly string[]> {
  const entries = await entriesOf(folder, io);
  const found: Declaring[] = [];
  for (const { name, kind } of entries) {
    const declares = kind === "file" ? KINDS.find(({ names }) => names.test(name))?.declares : undefined;
    const path = posix.join(folder, name);
    const text = declares && textOrNothing(await reader.read(path));
    if (text !== undefined && declares?.test(text)) found.push({ path, name, text });
  }
  const folders = entries.filter(({ name, kind }) => kind === "folder" && !/^\.|^node_modules$/.test(name));
  for (const inner of [folder, ...folders.map(({ name }) => posix.join(folder, name))]) {
    const text = await terraformIn(inner, io, reader);
    if (TERRAFORM.test(text)) found.push({ path: inner, text });
  }
  return found.filter((each) => !isReadBy(each, found)).map(({ path }) => path);
}

/** Whether another definition names the file: an OpenAPI document that `template.yaml` includes is no API of its own. */
function isReadBy(read: Declaring, all: readonly Declaring[]): boolean {
  const names = ({ text }: Declaring, { name }: Declaring): boolean => name !== undefined && text.includes(name);
  return all.some((other) => other !== read && names(other, read) && !names(read, other));
}

async function terraformIn(folder: string, io: Io, reader: ProjectReader): Promise<string> {
  const files = (await entriesOf(folder, io)).filter(({ name, kind }) => kind === "file" && name.endsWith(".tf"));
  const texts = files.map(async ({ name }) => textOrNothing(await reader.read(posix.join(folder, name))) ?? "");
  return (await Promise.all(texts)).join("\n");
}

async function entriesOf(folder: string, io: Io): Promise<FolderEntry[]> {
  const entries = await io.readFolder(folder).catch((): FolderEntry[] => []);
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
