import { expect, it } from "vitest";
import { commonLogTime } from "./common-log-time.js";

it("prints as $context.requestTime does", () => {
  expect(commonLogTime(Date.UTC(2019, 4, 9, 3, 4, 5))).toBe("09/May/2019:03:04:05 +0000");
  expect(commonLogTime(Date.UTC(2024, 11, 31, 23, 59, 59, 999))).toBe("31/Dec/2024:23:59:59 +0000");
});
