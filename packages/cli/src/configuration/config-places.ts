import { LineIndex } from "@apigw-vtl/compiler";
import type { ConfigError } from "@apigw-vtl/linter";
import { isNode, parseDocument } from "yaml";

/** What is wrong with a configuration, a line each that begins with the place, `file:line:column: `, where it has one. */
export function configProblems({ path, problems }: ConfigError, text: string | undefined): string {
  // JSON is YAML, and both keep their places this way.
  const document = text === undefined ? undefined : parseDocument(text, { logLevel: "silent", prettyErrors: false });
  const lines = new LineIndex(text ?? "");
  return problems
    .map((problem) => {
      const offset = document && offsetOf(document, problem.path);
      const { line, column } = lines.position(offset ?? 0);
      const place = offset === undefined ? path : `${path}:${line}:${column}`;
      return `${place}: ${problem.path === "" ? "" : `${problem.path} `}${problem.message}`;
    })
    .join("\n  ");
}

/** Where `rules.null-literal` or `overrides[0].files` stands, or what is around it; of the whole, nowhere in particular. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: string): number | undefined {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  for (; steps.length > 0; steps.pop()) {
    const node = document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}
