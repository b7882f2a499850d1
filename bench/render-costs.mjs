/**
 * Run in a fresh process with the file of a compiler: the processor time of rendering each shape and of compiling, once
 * V8 has optimised them. Prints milliseconds as JSON. All is done as often in each process: V8 decides by that.
 */
import { pathToFileURL } from "node:url";
import { median, timePerCall } from "./measure.mjs";
import { shapes } from "./shapes/index.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const WARM_UP_SAMPLES = 12;
const SAMPLES = 9;

const { compile } = await import(pathToFileURL(process.argv[2] ?? "").href);

/** @type {{label: string, run: () => string, calls: number}[]} */
const subjects = shapes.map(({ title, template, event, calls }) => {
  const compiled = compile(template);
  return { label: `render: ${title}`, run: () => compiled.render(event).output, calls };
});
let serial = 0;
const compileAnew = () => {
  // One that was never seen, in case something is cached.
  compile(`${passthrough.template}## ${serial++}`);
  return "x";
};
subjects.push({ label: "compile the passthrough template", run: compileAnew, calls: 30 });

const costs = subjects.map(({ label, run, calls }) => {
  timePerCall(run, WARM_UP_SAMPLES * calls);
  return [label, median(Array.from({ length: SAMPLES }, () => timePerCall(run, calls))) / 1e6];
});
console.log(JSON.stringify(Object.fromEntries(costs)));
