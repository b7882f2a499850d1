import { UsageError } from "../failure.js";

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
