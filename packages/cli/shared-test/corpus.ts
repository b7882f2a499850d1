import { corpusHosts, corpusTemplates } from "@apigw-vtl/test-support";

const templates = corpusTemplates();

/** The corpus as a project: every host file where its repository has it, every template as a file of its own. */
export function corpusProject(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { repo, path, text } of corpusHosts()) files[`${repo}/${path}`] = text;
  for (const { id, template } of templates) files[`templates/${id}.vtl`] = template;
  return files;
}

/** What the corpus knows of each template, as a configuration says it. */
export const overrides = templates.map(({ id, direction, contentType }) => ({
  files: [`templates/${id}.vtl`],
  ...(direction !== "unknown" && { direction }),
  ...(contentType && { contentType }),
}));
