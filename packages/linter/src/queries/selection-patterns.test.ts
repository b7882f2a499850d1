import { expect, it } from "vitest";
import { matchesStatusesOnly, stopsAtNewline } from "./selection-patterns.js";

it("knows patterns that any text fits but for a newline", () => {
  for (const pattern of [".*Bad Request.*", "Error: .+", "Bad.*Request", "(.*)x", "[.]x.*", ".*"]) {
    expect(stopsAtNewline(pattern), pattern).toBe(true);
  }
  for (const pattern of ["(\\n|.)*Bad(\\n|.)*", "(?s).*Bad.*", "[\\s\\S]*x", "Bad", "v1\\.*", "[.*]+", "\\w+", "["]) {
    expect(stopsAtNewline(pattern), pattern).toBe(false);
  }
});

it("knows patterns of statuses", () => {
  for (const pattern of ["4\\d{2}", "404", "5\\d\\d", "(4\\d{2}|5\\d{2})", "^[45]..$", "\\d+"]) {
    expect(matchesStatusesOnly(pattern), pattern).toBe(true);
  }
  for (const pattern of ["(\\n|.)*404(\\n|.)*", "Not Found", ".*", ".+", "4xx", "4044"]) {
    expect(matchesStatusesOnly(pattern), pattern).toBe(false);
  }
});
