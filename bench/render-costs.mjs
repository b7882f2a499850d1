/**
 * Run in a fresh process with the file of a compiler and the length of a sample: the processor time of rendering each
 * shape and of compiling, once V8 has optimised them. Prints milliseconds as JSON.
 */
import { pathToFileURL } from "node:url";
import { measureInterleaved } from "./measure.mjs";
import { shapes } from "./shapes/index.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const [file = "", sampleMs = "20"] = process.argv.slice(2);
const { compile } = await import(pathToFileURL(file).href);

const renders = shapes.map(({ template, event }) => {
  const compiled = compile(template);
  return () => compiled.render(event).output;
});
let serial = 0;
const compileAnew = () => {
  // One that was never seen, in case something is cached.
  compile(`${passthrough.template}## ${serial++}`);
  return "x";
};
const times = measureInterleaved([...renders, compileAnew], { rounds: 3, sampleMs: Number(sampleMs) });
const labels = [...shapes.map(({ title }) => `render: ${title}`), "compile the passthrough template"];
console.log(JSON.stringify(Object.fromEntries(labels.map((label, i) => [label, times[i] / 1e6]))));
