import { failureText } from "@apigw-vtl/testing/core";
import { workflowCommand } from "../../../reports/workflow-command.js";
import type { ReportFormat } from "./format.js";

/** Commands of GitHub's workflows, which show failures beside the lines of templates. */
export const github: ReportFormat = ({ suites }, context) => {
  const { inRepository, linesOf } = context;
  const annotate = (place: Parameters<typeof linesOf>[0], title: string, text: string): string => {
    const { line, endLine, column, endColumn } = linesOf(place);
    return workflowCommand(
      "error",
      { file: inRepository(place.file), line, endLine, col: column, endColumn, title },
      text,
    );
  };
  return suites
    .flatMap(({ problems, results }) => [
      ...problems.map(({ message, ...place }) => annotate(place, "vtl test", message)),
      ...results.flatMap(({ name, place, failures }) =>
        failures.map((failure) => annotate(failure.printedBy ?? place, name, failureText(failure, context.linesOf))),
      ),
    ])
    .join("");
};
