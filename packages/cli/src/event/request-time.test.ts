import { describe, expect, it } from "vitest";
import { UsageError } from "../failure.js";
import { parseTime } from "./request-time.js";

describe("--time", () => {
  it.each([
    ["2025-01-31", Date.UTC(2025, 0, 31)],
    ["2025-01-31T12:30", Date.UTC(2025, 0, 31, 12, 30)],
    ["2025-01-31 12:30:05", Date.UTC(2025, 0, 31, 12, 30, 5)],
    ["2025-01-31T12:30:05.250Z", Date.UTC(2025, 0, 31, 12, 30, 5, 250)],
    ["2025-01-31T12:30:05+02:00", Date.UTC(2025, 0, 31, 10, 30, 5)],
    ["2025-01-31T12:30:05+0200", Date.UTC(2025, 0, 31, 10, 30, 5)],
    ["1738326600", 1738326600000],
    ["1738326600123", 1738326600123],
    ["0", 0],
  ])("reads %s", (text, milliseconds) => expect(parseTime(text)).toBe(milliseconds));

  it.each(["", "tomorrow", "2025-13-01", "31/01/2025", "2025-01-31T25:00", "-1", "1e3"])("refuses %j", (text) => {
    expect(() => parseTime(text)).toThrow(UsageError);
  });
});
