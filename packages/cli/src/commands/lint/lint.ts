import { posix } from "node:path";
import { HOST_EXTENSIONS, type ReadScope } from "@apigw-vtl/definitions";
import { configuredScope } from "../../configuration/configured-scope.js";
import { type ExitCode, worse } from "../../exit-code.js";
import { slashed } from "../../files/file-path.js";
import { findFiles, type SelectedFile } from "../../files/find-files.js";
import { areStdin, readStdinFile } from "../../files/stdin-file.js";
import { outputsOf, type ReportOutput } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { cachedLints } from "./cached-lints.js";
import { FORMATS } from "./formats/index.js";
import { checkLintFlags, fixes, type LintFlags } from "./lint-flags.js";
import { report } from "./report.js";

/** Runs `vtl lint`. Throws `UsageError` and `InputError`; findings are reported and give the exit code. */
export async function lint(named: readonly string[], given: LintFlags, session: Session): Promise<ExitCode> {
  const isStdin = areStdin(named);
  const paths = isStdin ? [] : named;
  const flags = isStdin ? { ...given, stdin: true } : given;
  checkLintFlags(paths, flags);
  if (flags.listRules) return (await import("./rule-pages.js")).listRules(session);
  if (flags.explain !== undefined) return (await import("./rule-pages.js")).explainRule(flags.explain, session);
  if (flags.printConfig !== undefined) {
    return (await import("./print-config.js")).printConfig(flags.printConfig, flags, session);
  }
  const outputs = outputsOf(flags, [...FORMATS.keys()], session.io.env);
  if (flags.stdin) return lintStdin(flags, outputs, session);
  const once = async () => {
    const folders = new Set<string>();
    const files = await selectFiles(paths, flags, session, (path) => folders.add(path));
    for (const { path } of files) folders.add(posix.dirname(path));
    const scope = await configuredScope(paths, flags, session);
    return { folders, code: await lintFiles(files, flags, outputs, scope, session) };
  };
  if (!flags.watch) return (await once()).code;
  const { watchProject } = await import("./watch-project.js");
  const written = [flags.cacheLocation, flags.baseline, ...outputs.map(({ path }) => path)];
  return watchProject(once, written.filter((path) => path !== undefined).map(slashed), session);
}

async function lintStdin(flags: LintFlags, outputs: readonly ReportOutput[], session: Session): Promise<ExitCode> {
  const { path, text } = await readStdinFile(flags, session.io);
  const { lintProject } = await import("./lint-project.js");
  const scope = await configuredScope([path], flags, session);
  const { lints, fixed } = await lintProject([{ path, named: true }], new Map([[path, text]]), flags, scope, session);
  if (fixes(flags)) {
    const { printFixed } = await import("./write-fixes.js");
    printFixed(path, text, fixed, flags, session);
  }
  return report(lints, flags, outputs, session);
}

async function lintFiles(
  files: readonly SelectedFile[],
  flags: LintFlags,
  outputs: readonly ReportOutput[],
  scope: ReadScope,
  session: Session,
): Promise<ExitCode> {
  if (flags.cache && !fixes(flags)) {
    return report(await cachedLints(files, flags, scope, session), flags, outputs, session);
  }
  const { lintProject } = await import("./lint-project.js");
  const { lints, fixed } = await lintProject(files, new Map(), flags, scope, session);
  if (!fixes(flags)) return report(lints, flags, outputs, session);
  const { writeFixes } = await import("./write-fixes.js");
  const written = await writeFixes(fixed, flags, session);
  return worse(written, await report(lints, flags, outputs, session));
}

function selectFiles(
  paths: readonly string[],
  flags: LintFlags,
  { io }: Session,
  onFolder: (path: string) => void,
): Promise<SelectedFile[]> {
  const selection = {
    paths,
    extensions: HOST_EXTENSIONS,
    ignorePatterns: flags.ignorePattern ?? [],
    errorOnUnmatched: flags.errorOnUnmatchedPattern,
    onFolder,
  };
  return findFiles(selection, io);
}
