import type { HeaderList, Invocation, Message, Step } from "@apigw-vtl/runner";
import type { Palette } from "../../terminal/palette.js";
import { printable } from "../../terminal/printable.js";

/** More of a body than this is not shown. */
const MOST_LINES = 40;

/** Tells how a response came about: each step in prose, with what it changed. Ends in a line feed. */
export function explain({ steps, response }: Invocation, palette: Palette): string {
  const told = steps.filter(({ outcome }) => outcome !== "skipped");
  let before: Message = {};
  const lines = told.flatMap((step, index) => {
    const from = { ...before, ...step.input };
    before = { ...from, ...step.output };
    return [...explainStep(step, from, index + 1, palette), ""];
  });
  return [...lines, `The client gets ${response.status}.`, ""].join("\n");
}

/** `before` is the message as it was; steps do not repeat what they leave alone. */
function explainStep(step: Step, before: Message, number: number, palette: Palette): string[] {
  const name = step.name.replaceAll("-", " ");
  const title = step.outcome === "failed" ? palette.error(`${name}: failed`) : palette.strong(name);
  return [
    `${number}. ${title}`,
    `   ${printable(step.explanation)}`,
    ...changes(before, step.output).map((line) => `   ${palette.faint(line)}`),
  ];
}

/** What the step made of the message. */
function changes(input: Message, output: Message | undefined): string[] {
  if (output === undefined) return [];
  const lines: string[] = [];
  if (output.status !== undefined && output.status !== input.status) lines.push(`status ${output.status}`);
  if (output.url !== undefined && output.url !== input.url) lines.push(`${output.method ?? ""} ${output.url}`.trim());
  lines.push(...newHeaders(input.headers ?? [], output.headers ?? []));
  const [before, after] = [bodyText(input.body), bodyText(output.body)];
  if (after !== undefined && after !== before) lines.push(...shownBody(after));
  return lines.map(printable);
}

function newHeaders(before: HeaderList, after: HeaderList): string[] {
  const lineOf = ([name, value]: HeaderList[number]): string => `${name}: ${value}`;
  const known = new Set(before.map(lineOf));
  return after.map(lineOf).filter((line) => !known.has(line));
}

const bodyText = (body: Uint8Array | undefined): string | undefined =>
  body === undefined ? undefined : new TextDecoder().decode(body);

function shownBody(text: string): string[] {
  if (text === "") return ["(no body)"];
  const lines = text.split("\n").map((line) => `| ${line}`);
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} lines more`];
}
