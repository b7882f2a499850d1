import type { Place } from "@apigw-vtl/definitions";
import type { HeaderList, Invocation, Locate, Message, Step } from "@apigw-vtl/runner";
import type { Palette } from "../../terminal/palette.js";
import { printable } from "../../terminal/printable.js";

/** More of a body than this is not shown. */
const MOST_LINES = 40;
const LONGEST_LINE = 600;

/**
 * Tells how a response came about: each step in prose, with what it changed, and of one that failed the place in the
 * definition. Ends in a line feed.
 */
export function explain({ steps, response }: Invocation, locate: Locate, palette: Palette): string {
  const told = steps.filter(({ outcome }) => outcome !== "skipped");
  let before: Message = {};
  const lines = told.flatMap((step, index) => {
    const from = { ...before, ...step.input };
    before = { ...from, ...step.output };
    const failedAt = step.outcome === "failed" && step.place ? [`   in ${placeText(step.place, locate)}`] : [];
    return [...explainStep(step, from, index + 1, palette), ...failedAt, ""];
  });
  return [...lines, `The client gets ${response.status}.`, ""].join("\n");
}

/** `api.yaml:34:20`. */
export function placeText(place: Place, locate: Locate): string {
  const at = locate(place);
  return at === undefined ? place.file : `${place.file}:${at.line}:${at.column}`;
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
  const lines = text.split("\n").map((line) => `| ${shownLine(line)}`);
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} lines more`];
}

function shownLine(line: string): string {
  const left = line.length - LONGEST_LINE;
  return left <= 0 ? line : `${line.slice(0, LONGEST_LINE)}… and ${left} characters more`;
}
