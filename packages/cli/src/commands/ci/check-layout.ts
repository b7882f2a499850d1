import type { ConfigurationChoice } from "../../configuration/configuration-choice.js";
import { ExitCode } from "../../exit-code.js";
import { pathInRepository, repositoryRoot } from "../../files/repository.js";
import type { SelectedProject } from "../../project/select-project.js";
import { workflowCommand } from "../../reports/workflow-command.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { printableLine } from "../../terminal/printable.js";
import { layOut } from "../format/format-project.js";

/** Tells which files are not formatted, in GitHub's workflows beside the files too. */
export async function checkLayout(
  project: SelectedProject,
  configuration: ConfigurationChoice,
  session: Session,
): Promise<ExitCode> {
  const { io, reporter } = session;
  const { edits, refused } = await layOut(project, configuration, session);
  for (const problem of refused) reporter.problem(problem);
  if (edits.length > 0) {
    const root = await repositoryRoot(io.cwd, io);
    for (const { path } of edits) {
      reporter.line(`${printableLine(path)}: not formatted`);
      if (io.env.GITHUB_ACTIONS !== "true") continue;
      const properties = { file: pathInRepository(path, root, io), title: "format" };
      // GitHub reads both streams, and stdout may have a report.
      io.stderr.write(workflowCommand("error", properties, "Not formatted: vtl format --write lays it out."));
    }
    reporter.line(`${counted(edits.length, "file")} to format: vtl format --write does it`);
  }
  return edits.length + refused.length > 0 ? ExitCode.failed : ExitCode.ok;
}
