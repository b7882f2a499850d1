#!/usr/bin/env node
/**
 * How cost grows with size: measures each kind of size over three orders of magnitude, prints the slopes, and draws
 * `growth.svg`. A slope of 1 is a cost in proportion; see README.md.
 *
 *   node bench/growth.mjs
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { thisBuild } from "./builds.mjs";
import { measureInterleaved } from "./measure.mjs";
import { plot } from "./plot.mjs";
import { runToEnd } from "./processes.mjs";
import { table } from "./table.mjs";

const { compile, parse } = await import(pathToFileURL(thisBuild.compiler).href);

const MEMBER = `"id": "$input.path('$.a.b')", #if($input.path('$.c') == "x")"c": $input.json('$.c'),#end\n`;
const textOf = (kilobytes) => MEMBER.repeat(Math.ceil((kilobytes * 1024) / MEMBER.length));

/** @param {() => string} run @returns {number} milliseconds of one run, the median of three samples */
function inProcess(run) {
  run();
  const [cost] = measureInterleaved([run], { rounds: 3, sampleMs: 2 });
  return cost / 1e6;
}

/** `vtl lint` over files that `write` puts into a folder. */
async function linting(write) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-growth-"));
  try {
    write((name, text) => writeFileSync(join(folder, name), text));
    return (await runToEnd([thisBuild.vtl, "lint", "--no-config", folder], { statuses: [0, 1] })).usage.cpuMs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const template = (i) => `{ "id": "$input.path('$.id${i}')", "n": $input.json('$.n${i}') }`;

const path = (i) => `  /p${i}:
    get:
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        requestTemplates:
          application/json: |
            ${template(i)}
`;

const api = (count) =>
  `openapi: 3.0.1\ninfo: { title: t, version: "1" }\npaths:\n${Array.from({ length: count }, (_, i) => path(i)).join("")}`;

/** A loop has no more than 1,000 rounds: these are in loops of 100 within another. */
const loops = compile("#foreach($i in $input.path('$'))#foreach($j in [1..100])$i.a,#end#end");
const json = compile("$input.json('$')");
const bodyOf = (count) => JSON.stringify(Array.from({ length: count }, (_, a) => ({ a, text: "some text" })));

/** @type {{label: string, sizes: number[], cost: (size: number) => number | Promise<number>}[]} */
const kinds = [
  {
    label: "text of a template, KB: parse",
    sizes: [1, 10, 100, 1000],
    cost: (size) => {
      const text = textOf(size);
      return inProcess(() => String(parse(text).diagnostics.length));
    },
  },
  {
    label: "rounds of loops: render",
    sizes: [100, 1000, 10_000, 100_000],
    cost: (size) => {
      const body = bodyOf(size / 100);
      return inProcess(() => loops.render({ body }).output);
    },
  },
  {
    label: "body, KB: render",
    sizes: [5, 50, 500, 5000],
    cost: (size) => {
      const body = bodyOf(Math.ceil((size * 1024) / bodyOf(1).length));
      return inProcess(() => json.render({ body }).output);
    },
  },
  {
    label: "templates in a file: vtl lint",
    sizes: [1, 10, 100, 1000],
    cost: (size) => linting((write) => write("api.yaml", api(size))),
  },
  {
    label: "files: vtl lint",
    sizes: [1, 10, 100, 1000],
    cost: (size) =>
      linting((write) => {
        for (let i = 0; i < size; i++) write(`t${i}.vtl`, template(i));
      }),
  },
];

/** Of the last decade, where what does not grow counts least; the cost of the smallest size is taken for that. */
function slopeOf(points) {
  const [[, floor], , [size, cost], [last, most]] = points;
  return Math.log((most - floor) / (cost - floor)) / Math.log(last / size);
}

const curves = [];
for (const { label, sizes, cost } of kinds) {
  /** @type {[number, number][]} */
  const points = [];
  for (const size of sizes) points.push([size, await cost(size)]);
  curves.push({ label, points, slope: slopeOf(points) });
}
writeFileSync(fileURLToPath(new URL("growth.svg", import.meta.url)), plot(curves));
console.log(
  table(
    ["cost against", "milliseconds of processor time", "slope of the last decade"],
    curves.map(({ label, points, slope }) => [
      label,
      points.map(([size, cost]) => `${Math.round(size)}: ${cost.toPrecision(3)}`).join(", "),
      slope.toFixed(2),
    ]),
  ),
);
