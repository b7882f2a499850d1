import { type CancellationToken, commands, type Progress, ProgressLocation, window, workspace } from "vscode";
import type { WorkspaceFindings } from "../findings/workspace-findings.js";
import { hostFiles } from "../templates/host-files.js";
import type { Command } from "./command-context.js";

/** Checks every file of the workspace that has templates, and lists the findings with the other problems. */
export const lintWorkspace: Command = async ({ findings }) => {
  const count = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Checking mapping templates", cancellable: true },
    (progress, token) => lint(findings, progress, token),
  );
  await commands.executeCommand("workbench.actions.view.problems");
  void window.showInformationMessage(
    count.findings === 0
      ? `Nothing was found in ${plural(count.files, "file")} with templates.`
      : `${plural(count.findings, "finding")} in ${plural(count.files, "file")} with templates.`,
  );
};

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

async function lint(
  checker: WorkspaceFindings,
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<{ files: number; findings: number }> {
  const files = await hostFiles(token);
  checker.clear();
  let findings = 0;
  let done = 0;
  for (const uri of files) {
    if (token.isCancellationRequested) break;
    progress.report({ message: workspace.asRelativePath(uri), increment: 100 / files.length });
    findings += await checker.check(uri);
    done++;
  }
  return { files: done, findings };
}
