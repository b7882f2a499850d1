import { UsageError } from "../failure.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Numbers below this are seconds: as seconds it is the year 5138, as milliseconds 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/**
 * Reads `--time`: ISO 8601 (UTC when it names no zone), seconds or milliseconds since 1970.
 * Gives milliseconds; throws a `UsageError` for anything else.
 */
export function parseTime(text: string): number {
  if (/^\d{1,15}$/.test(text)) {
    const number = Number(text);
    return checked(number < FIRST_MILLISECONDS ? number * 1000 : number, text);
  }
  const parts = ISO.exec(text);
  // Date.parse takes a date-time without a zone for local time, which would differ from machine to machine.
  return checked(
    parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}${parts[3] ?? "Z"}`),
    text,
  );
}

function checked(milliseconds: number, text: string): number {
  if (!Number.isNaN(new Date(milliseconds).getTime())) return milliseconds;
  throw new UsageError(`--time ${text} is not a time`, {
    hint: "write 2025-01-31T12:00:00Z, or seconds or milliseconds since 1970",
  });
}

/** Formats as `$context.requestTime` does, in Common Log Format: `31/Jan/2025:12:00:00 +0000`. */
export function commonLogTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
