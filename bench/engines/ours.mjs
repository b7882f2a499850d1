import { thisBuild } from "../builds.mjs";

const { compile } = await import(thisBuild.compiler);

/** Compiled once, then rendered for each event, whose body is text each time. */
export const ours = {
  name: "ours",
  prepare(shape) {
    const template = compile(shape.template);
    return () => template.render(shape.event).output;
  },
};

/** Parses the template and generates its function. */
export function compileTemplate(template) {
  return compile(template);
}
