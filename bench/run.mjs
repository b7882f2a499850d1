#!/usr/bin/env node
/**
 * Measures the compiler against a hand-written function, velocityjs and the JVM, and how long the linter, the gateway
 * and the language server take; see README.md.
 *
 *   npm run bench -- [--quick] [--json]
 */
import { parseArgs } from "node:util";
import { measureCold } from "./cold.mjs";
import { measureCompile, measureShape, verifyOutputs } from "./hot.mjs";
import { measureLint } from "./lint.mjs";
import { measureLsp } from "./lsp.mjs";
import { formatReport } from "./report.mjs";
import { measureServe } from "./serve.mjs";
import { shapes } from "./shapes/index.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

/** @typedef {{rounds: number, sampleMs: number, jvmRoundMs: number, processes: number, serve: {seconds: number, requests: number}, lsp: {keystrokes: number, edits: number}}} Effort */

const { values: flags } = parseArgs({ options: { quick: { type: "boolean" }, json: { type: "boolean" } } });
/** @type {Effort} */
const effort = flags.quick
  ? {
      rounds: 5,
      sampleMs: 30,
      jvmRoundMs: 150,
      processes: 7,
      serve: { seconds: 2, requests: 10_000 },
      lsp: { keystrokes: 100, edits: 1000 },
    }
  : {
      rounds: 15,
      sampleMs: 150,
      jvmRoundMs: 600,
      processes: 25,
      serve: { seconds: 4, requests: 200_000 },
      lsp: { keystrokes: 300, edits: 10_000 },
    };

const remarks = verifyOutputs(shapes);
const results = {
  node: process.version,
  remarks,
  shapes: shapes.map((shape) => measureShape(shape, effort)),
  compile: measureCompile(passthrough, effort) / 1e6,
  cold: measureCold(effort.processes),
  lint: measureLint(Math.ceil(effort.processes / 2)),
  serve: await measureServe(effort.serve),
  lsp: await measureLsp(effort.lsp),
};
console.log(flags.json ? JSON.stringify(results, null, 2) : formatReport(results));
