#!/usr/bin/env node
/**
 * Checks the examples of a documentation page (by default `docs/language.md`) against the reference engine.
 *
 * An example is a `vtl example` block (or `vtl example velocity` for plain Velocity), an optional `json event`
 * block, and a `text output` block with the exact output, or a `text error` block when rendering must fail
 * (its text is for the reader). A block's content is what stands between the fences without its last newline.
 *
 *   node scripts/check-doc-examples.mjs [PAGE]
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { askOracle, OracleUnavailable } from "./oracle.mjs";

/** @returns {{line: number, dialect: string, template: string, event: object, output?: string}[]} */
function examplesOf(markdown) {
  const examples = [];
  let pending;
  for (const block of markdown.matchAll(
    /^```(vtl example|json event|text output|text error)(?: (.*))?\n([\s\S]*?)^```$/gm,
  )) {
    const [, kind, dialect = "apigateway", content] = block;
    const text = content.slice(0, -1);
    const line = markdown.slice(0, block.index).split("\n").length;
    if (kind === "vtl example") {
      if (pending) throw new Error(`line ${pending.line}: the example has no output`);
      pending = { line, dialect, template: text, event: {} };
    } else if (!pending) {
      throw new Error(`line ${line}: ${kind} without an example before it`);
    } else if (kind === "json event") {
      pending.event = JSON.parse(text);
    } else {
      examples.push(kind === "text output" ? { ...pending, output: text } : pending);
      pending = undefined;
    }
  }
  if (pending) throw new Error(`line ${pending.line}: the example has no output`);
  return examples;
}

function main(page) {
  const examples = examplesOf(readFileSync(page, "utf8"));
  const answers = askOracle(examples.map(({ template, dialect, event }) => ({ ...event, template, dialect })));
  let wrong = 0;
  for (const [i, { line, output }] of examples.entries()) {
    const answer = answers[i];
    if (answer.ok ? answer.output === output : output === undefined) continue;
    wrong++;
    console.error(`${page}:${line}: the reference engine gives ${JSON.stringify(answer.output ?? answer.error)}`);
  }
  console.log(`${examples.length} examples, ${wrong} wrong`);
  return wrong === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv[2] ?? fileURLToPath(new URL("../docs/language.md", import.meta.url)));
} catch (error) {
  console.error(`check-doc-examples: ${error.message}`);
  process.exitCode = error instanceof OracleUnavailable ? 2 : 1;
}
