/** Run in a fresh process: what the first import, compilation and rendering cost. Prints milliseconds as JSON. */
import { compilerFile } from "./engines/compiler-file.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

const times = [performance.now()];
const { compile } = await import(compilerFile);
times.push(performance.now());
const template = compile(passthrough.template);
times.push(performance.now());
template.render(passthrough.event);
times.push(performance.now());

const [start, imported, compiled, rendered] = times;
console.log(JSON.stringify({ import: imported - start, compile: compiled - imported, render: rendered - compiled }));
