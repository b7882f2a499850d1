import type { ServeEvent } from "@apigw-vtl/runner/node";
import type { Palette } from "../../terminal/palette.js";
import { printable } from "../../terminal/printable.js";
import { reasonForStatus } from "../gateway-options/reason-for-status.js";

export interface LogOptions {
  /** Print the execution log of each request. */
  readonly log: boolean;
  /** Print nothing of requests that succeed. */
  readonly quiet: boolean;
}

/** What is printed of a request, ending in a line feed; empty for nothing. */
export function logBlock(event: ServeEvent, { log, quiet }: LogOptions, palette: Palette): string {
  const time = palette.faint(new Date().toTimeString().slice(0, 8));
  switch (event.kind) {
    case "answered":
      return quiet && isFine(event) ? "" : answeredBlock(event, time, log, palette);
    case "refused": {
      const request = printable(event.request ?? "?");
      return `${time} ${request} ${palette.error(String(event.status))}\n  ${printable(event.reason)}\n`;
    }
    case "defect": {
      const stack = event.error instanceof Error ? event.error.stack : String(event.error);
      const heading = "this is a defect of vtl; please report it:";
      return `${time} ${printable(event.request)} ${palette.error("500")}\n  ${heading}\n${printable(stack ?? "")}\n`;
    }
  }
}

type Answered = Extract<ServeEvent, { kind: "answered" }>;

function isFine({ invocation, unsendable }: Answered): boolean {
  return invocation.response.status < 400 && unsendable === undefined;
}

function answeredBlock(event: Answered, time: string, log: boolean, palette: Palette): string {
  const { httpMethod, target, milliseconds, invocation, aborted, unsendable } = event;
  const { status } = invocation.response;
  const paint = isFine(event) ? palette.added : palette.error;
  const outcome = aborted ? palette.warning("client gone") : paint(String(unsendable === undefined ? status : 500));
  const lines = [`${time} ${httpMethod} ${printable(target)} ${outcome} ${palette.faint(duration(milliseconds))}`];
  if (unsendable !== undefined) lines.push(`  the response cannot be sent: ${printable(unsendable)}`);
  const reason = reasonForStatus(invocation);
  if (reason !== undefined) lines.push(`  ${reason.name}: ${printable(reason.explanation)}`);
  if (log) lines.push(...invocation.log.map((line) => palette.faint(`  ${printable(line)}`)));
  return `${lines.join("\n")}\n`;
}

function duration(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}
