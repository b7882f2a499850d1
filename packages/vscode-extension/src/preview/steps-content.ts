import type { StepsProblem, StepsReply } from "../gateway/steps-request.js";
import type { PlacedProblem, PreviewSteps } from "./protocol.js";

type Ran = Extract<StepsReply, { status: "ran" }>;

/** What the page shows of a way through the gateway; `pathOf` names a file, given by URI, as a person would. */
export function stepsContent(reply: StepsReply, pathOf: (uri: string) => string): PreviewSteps {
  const problems = reply.problems.map((problem) => placed(problem, pathOf));
  if (reply.status === "not-run") return { kind: "not-run", reason: reply.reason, hint: reply.hint, problems };
  const { invocation, request, step, reached, notes } = reply;
  return {
    kind: "ran",
    invocation: { ...invocation, steps: invocation.steps.map((each) => withPath(each, reply, pathOf)) },
    request,
    step,
    reached,
    notes,
    problems,
  };
}

function placed(
  { severity, message, hint, uri, line, column }: StepsProblem,
  pathOf: (uri: string) => string,
): PlacedProblem {
  return { severity, message, hint, place: `${pathOf(uri)}:${line}:${column}` };
}

/** The runner knows files by the paths of their URIs. */
function withPath(
  step: Ran["invocation"]["steps"][number],
  { uris }: Ran,
  pathOf: (uri: string) => string,
): typeof step {
  if (step.place === undefined) return step;
  const uri = uriOfPlace(step.place.file, uris);
  return uri === undefined ? step : { ...step, place: { ...step.place, file: pathOf(uri) } };
}

/** The URI of a file that the runner has named by its path. */
export function uriOfPlace(path: string, uris: readonly string[]): string | undefined {
  return uris.find((uri) => decodeURIComponent(new URL(uri).pathname) === path);
}
