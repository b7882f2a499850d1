/** Run in a fresh process with the file of a compiler: what the first import, compilation and rendering cost. Prints milliseconds of processor time as JSON. */
import { pathToFileURL } from "node:url";
import { passthrough } from "./shapes/passthrough.mjs";

const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const times = [now()];
const { compile } = await import(pathToFileURL(process.argv[2] ?? "").href);
times.push(now());
const template = compile(passthrough.template);
times.push(now());
template.render(passthrough.event);
times.push(now());

const [start, imported, compiled, rendered] = times;
console.log(
  JSON.stringify({
    "import the compiler": imported - start,
    "first compile": compiled - imported,
    "first render": rendered - compiled,
  }),
);
