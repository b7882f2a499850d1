import type { FoundTemplate, Segment } from "@apigw-vtl/definitions";
import { InputError } from "../failure.js";
import type { ProjectFiles } from "./project-files.js";

/**
 * A template as a deployment with parameters has it: what the host fills in is in its text. Throws an `InputError` if no
 * API is known to have it, or if it is left out then.
 */
export async function deployedTemplate(
  template: FoundTemplate,
  parameters: Readonly<Record<string, string>>,
  project: ProjectFiles,
): Promise<FoundTemplate> {
  const text = await project.deployedText(template, parameters);
  if (text === undefined) {
    throw new InputError(`no API has the template at ${template.address} with these parameters`, {
      hint: "leave --parameter out to render it with placeholders, or see what vtl invoke says of the definition",
    });
  }
  return { ...template, text, holes: [], segments: refilled(template, text) };
}

/** The places of a text whose holes are filled: what is between them is as it was. */
function refilled({ text, segments }: FoundTemplate, filled: string): Segment[] {
  let at = 0;
  return segments.map((segment, index) => {
    const start = at;
    if (segment.kind !== "hole") at += segment.end - segment.start;
    else {
      const next = segments.slice(index + 1).find(({ kind }) => kind !== "hole");
      const found = next === undefined ? -1 : filled.indexOf(text.slice(next.start, next.end), at);
      at = found === -1 ? filled.length : found;
    }
    return { ...segment, start, end: at };
  });
}
