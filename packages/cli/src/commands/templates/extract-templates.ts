import { posix } from "node:path";
import { isPlainObject } from "@apigw-vtl/compiler";
import { ExitCode, worse } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { digestOf } from "../../files/digest.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { errorCode, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import type { FileWrite } from "../../io/write-file.js";
import { writeFiles } from "../../io/write-files.js";
import type { ProjectFiles } from "../../project/project-files.js";
import type { ProjectTemplates } from "../../project/search-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { ExtractedFileNames } from "./extracted-file-name.js";
import { jsonTemplate } from "./templates-json.js";

const MANIFEST = "manifest.json";

/** What an earlier run has left in a folder: the digest of each file that it wrote. */
type Extracted = ReadonlyMap<string, string>;

/**
 * Writes each template to a file of its own in `folder`, and `manifest.json`, which tells where each came from. A file
 * that is not as an earlier run has left it stays as it is, unless `force` is set.
 */
export async function writeTemplates(
  { templates }: ProjectTemplates,
  folder: string,
  project: ProjectFiles,
  force: boolean,
  session: Session,
): Promise<ExitCode> {
  const { io, reporter } = session;
  const names = new ExtractedFileNames();
  const extracted = await readManifest(posix.join(folder, MANIFEST), io);
  const entries: object[] = [];
  const writes: FileWrite[] = [];
  let edited = 0;
  const add = async (name: string, text: string, isKnown: (content: Uint8Array) => boolean): Promise<void> => {
    const path = posix.join(folder, name);
    const data = encodeUtf8(text);
    const current = await readIfPresent(path, io);
    if (force || current === undefined || isKnown(current) || digestOf(current) === digestOf(data)) {
      writes.push({ path, data, expected: current ?? "absent" });
      return;
    }
    edited++;
    const hint = "--force writes the template over it; another --out leaves both";
    reporter.problem({ severity: "error", message: `${path} was edited and is left as it is`, hint });
  };
  for (const template of templates) {
    const name = names.nameOf(template);
    const digest = digestOf(encodeUtf8(template.text));
    await add(name, template.text, (content) => digestOf(content) === extracted?.get(name));
    entries.push({ template: name, digest, ...jsonTemplate(template, project) });
  }
  const manifest = `${JSON.stringify({ version: 1, templates: entries }, undefined, 2)}\n`;
  await add(MANIFEST, manifest, () => extracted !== undefined);
  const { written, exit } = await writeFiles(writes, session);
  const count = written.filter((path) => path !== posix.join(folder, MANIFEST)).length;
  reporter.line(`${counted(count, "template")} written to ${folder}`);
  return worse(exit, edited > 0 ? ExitCode.failed : ExitCode.ok);
}

/** `undefined` if there is none, or a file of that name that is something else. */
async function readManifest(path: string, io: Io): Promise<Extracted | undefined> {
  const bytes = await readIfPresent(path, io);
  if (bytes === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isPlainObject(manifest) || manifest.version !== 1 || !Array.isArray(manifest.templates)) return undefined;
    const entries = manifest.templates.filter(isPlainObject);
    return new Map(entries.map(({ template, digest }) => [String(template), String(digest)]));
  } catch {
    return undefined;
  }
}

async function readIfPresent(path: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(path);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}
