import { parseEvent } from "@apigw-vtl/compiler";
import {
  askOracle as ask,
  askOracleBriefly as askBriefly,
  type OracleAnswer,
  runProgram,
  sharedFolder,
} from "@apigw-vtl/test-support";
import type { TemplateCase } from "./render-case.js";

/** Asks the reference engine; one answer a case, in order. */
export function askOracle(cases: readonly TemplateCase[]): Promise<OracleAnswer[]> {
  return ask(cases.map(textOf));
}

/** Seconds of processor time, of which the JVM takes one to start. */
const BRIEFLY = 10;

/** Asks the reference engine, which knows no limits, a case that it may never answer; undefined if it did not. */
export function askOracleBriefly(one: TemplateCase): Promise<OracleAnswer | undefined> {
  return askBriefly(textOf(one), BRIEFLY);
}

const textOf = (one: TemplateCase) => one.source ?? JSON.stringify(one);

/** Random cases of the reference generator. */
export async function generateCases(seed: number, count: number, dialect: "apigateway" | "velocity") {
  const flags = dialect === "velocity" ? ["--velocity"] : [];
  const text = await runProgram("python3", [`${sharedFolder}oracle/gen.py`, String(seed), String(count), ...flags]);
  return text.trimEnd().split("\n").map(readCase);
}

/** A case whose numbers are as written: `JSON.parse` loses the difference between `10.0` and `10`. */
function readCase(line: string): TemplateCase {
  const { id, template, dialect } = JSON.parse(line) as TemplateCase;
  return { ...parseEvent(line), id, template, source: line, ...(dialect === undefined ? {} : { dialect }) };
}
