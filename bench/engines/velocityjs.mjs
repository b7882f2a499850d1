import { Compile, parse } from "velocityjs";
import { escapeJavaScript } from "./escape-java-script.mjs";

/** The steps of a path such as `$.a.b`, split once: no JSONPath library shall slow the engine down. */
const stepsOfPath = new Map();

function read(document, path) {
  let steps = stepsOfPath.get(path);
  if (!steps) {
    steps = path.split(".").slice(1);
    stepsOfPath.set(path, steps);
  }
  let value = document;
  for (const step of steps) value = value[step];
  return value;
}

const util = { escapeJavaScript };

/** velocityjs knows nothing of API Gateway: this gives it `$input` and the others, with the body parsed each time. */
function variablesOf(event) {
  let document;
  const parsedBody = () => {
    document ??= JSON.parse(event.body);
    return document;
  };
  const input = {
    path: (path) => read(parsedBody(), path),
    json: (path) => JSON.stringify(read(parsedBody(), path)),
    params: () => ({ path: event.path, querystring: event.querystring, header: event.headers }),
  };
  return { input, util, context: event.context, stageVariables: event.stageVariables };
}

/** The JavaScript engine that most tools use: an interpreter of the parsed template. */
export const velocityjs = {
  name: "velocityjs",
  /** It generates nothing. @param {string} template */
  parse: (template) => void parse(template),
  prepare(shape) {
    const template = new Compile(parse(shape.template));
    return () => template.render(variablesOf(shape.event));
  },
};
