import { escapeJavaScript } from "./escape-java-script.mjs";

/** The function that each shape brings: the limit of what a compiler to JavaScript can reach. */
export const handWritten = {
  name: "hand-written",
  prepare: (shape) => () => shape.render(shape.event, escapeJavaScript),
};
