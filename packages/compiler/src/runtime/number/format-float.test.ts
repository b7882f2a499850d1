import { describe, expect, it } from "vitest";
import { formatFloat } from "./format-float.js";

/** IEEE bits and what `Float.toString` of JDK 17.0.15 prints. */
const PRINTED = [
  ["0x0", "0.0"],
  ["0x80000000", "-0.0"],
  ["0x3f800000", "1.0"],
  ["0x3dcccccd", "0.1"],
  ["0x7f7fffff", "3.4028235E38"],
  ["0x1", "1.4E-45"],
  ["0x800000", "1.17549435E-38"],
  ["0x4b800000", "1.6777216E7"],
  ["0x4c000000", "3.3554432E7"],
  ["0x501502f9", "1.0E10"],
  ["0x3a83126f", "0.001"],
  ["0x3a830f14", "9.999E-4"],
  ["0x3e99999a", "0.3"],
  ["0x3eaaaaab", "0.33333334"],
  ["0x4c000000", "3.3554432E7"],
  ["0xbd0d2ae7", "-0.034464743"],
  ["0x260941f2", "4.7620796E-16"],
  ["0x65a96816", "1.0E23"],
  ["0x63e3f419", "8.41E21"],
  ["0x37a7c5ac", "2.0E-5"],
  ["0x4996b43f", "1234567.9"],
  ["0x7fc00000", "NaN"],
  ["0xff800000", "-Infinity"],
] as const;

describe("Float.toString", () => {
  it.each(PRINTED)("of %s is %s", (bits, text) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, Number(bits));
    expect(formatFloat(view.getFloat32(0))).toBe(text);
  });
});
