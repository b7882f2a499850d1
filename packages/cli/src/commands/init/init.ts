import { posix } from "node:path";
import { CONFIG_NAMES } from "@apigw-vtl/linter";
import { NO_CHOICE } from "../../configuration/configuration-choice.js";
import { Configurations } from "../../configuration/configurations.js";
import { ExitCode, worse } from "../../exit-code.js";
import { repositoryRoot } from "../../files/repository.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeFiles } from "../../io/write-files.js";
import { ProjectFiles } from "../../project/project-files.js";
import { searchProject } from "../../project/search-project.js";
import { projectSearch, selectProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { layOutTemplates } from "../format/format-project.js";
import { lint } from "../lint/lint.js";
import { foreignPaths } from "./foreign-paths.js";
import { ciWords, configText, workflowText } from "./setup-files.js";

/** The options of `vtl init` as commander gives them. */
export interface InitFlags {
  /** The file for what is found today. */
  readonly baseline?: string;
  /** False with `--no-workflow`. */
  readonly workflow: boolean;
}

const WORKFLOW = ".github/workflows/vtl.yml";

/** Sets up the project in the current folder. Throws an `InputError`. */
export async function init({ baseline, workflow }: InitFlags, session: Session): Promise<ExitCode> {
  const { io, reporter } = session;
  const search = projectSearch([], {});
  const selected = await selectProject(search, session);
  const project = new ProjectFiles(io, selected.scope);
  const { templates } = await searchProject(selected.files, project, session);
  const files = new Set(templates.map(({ file }) => file)).size;
  reporter.line(`${counted(templates.length, "template")} in ${counted(files, "file")}`);
  let exit = await writeNew(CONFIG_NAMES[0]!, configText(foreignPaths(templates)), session, CONFIG_NAMES);
  if (baseline !== undefined) {
    if (await isThere(baseline, session)) reporter.line(`${baseline} is there and stays`);
    else {
      const flags = { baseline, updateBaseline: true, prove: true, failOn: "error" } as const;
      exit = worse(exit, await lint([], flags, session));
    }
  }
  if (!workflow) return exit;
  const configurations = new Configurations(NO_CHOICE, io, selected.scope);
  const { edits, refused } = await layOutTemplates(templates, project, configurations, session);
  const formatCheck = edits.length + refused.length === 0;
  const root = (await repositoryRoot(io.cwd, io)) ?? io.cwd;
  const folder = posix.relative(root, io.cwd);
  const checks = { formatCheck, ...(baseline !== undefined && { baseline }) };
  if (!formatCheck) {
    const many = counted(edits.length + refused.length, "file");
    reporter.line(`${many} not formatted: the workflow has --no-format-check; take it out after vtl format --write`);
  }
  const text = workflowText({ folder, ...checks });
  exit = worse(exit, await writeNew(posix.join(posix.relative(io.cwd, root), WORKFLOW), text, session));
  reporter.line(`the same checks on this machine: npx vtl ${ciWords(checks)}`);
  return exit;
}

/** Writes a file, unless there is one, perhaps by another of its names. */
async function writeNew(
  path: string,
  text: string,
  session: Session,
  names: readonly string[] = [path],
): Promise<ExitCode> {
  for (const name of names) {
    if (!(await isThere(name, session))) continue;
    session.reporter.line(`${name} is there and stays`);
    return ExitCode.ok;
  }
  const { written, exit } = await writeFiles([{ path, data: encodeUtf8(text), expected: "absent" }], session);
  for (const file of written) session.reporter.line(`${file} written`);
  return exit;
}

async function isThere(path: string, { io }: Session): Promise<boolean> {
  return (await io.fileAccess.inspect(path)).kind !== "nothing";
}
