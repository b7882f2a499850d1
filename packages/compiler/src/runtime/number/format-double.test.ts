import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryFloatOfDouble } from "./binary-float.js";
import { decimalDigits } from "./floating-decimal.js";
import { layOutDigits } from "./format-decimal.js";
import { formatDouble } from "./format-double.js";

/** IEEE bits and what `Double.toString` of JDK 17.0.15 prints. */
const PRINTED = [
  ["0x0", "0.0"],
  ["0x8000000000000000", "-0.0"],
  ["0x3ff0000000000000", "1.0"],
  ["0xbff0000000000000", "-1.0"],
  ["0x3fe0000000000000", "0.5"],
  ["0x4059000000000000", "100.0"],
  ["0x3ff8000000000000", "1.5"],
  ["0x40fe240c9fbe76c9", "123456.789"],
  ["0x3f50624dd2f1a9fc", "0.001"],
  ["0x3f5061e273273f09", "9.999E-4"],
  ["0x3f1a36e2eb1c432d", "1.0E-4"],
  ["0x4132d68700000000", "1234567.0"],
  ["0x416312cfe0000000", "9999999.0"],
  ["0x416312d000000000", "1.0E7"],
  ["0x41678c29c0000000", "1.2345678E7"],
  ["0x4202a05f20000000", "1.0E10"],
  ["0x4202a05f2000cccd", "1.00000000001E10"],
  ["0x4341c37937e08000", "1.0E16"],
  ["0x4415af1d78b58c40", "1.0E20"],
  ["0x444b1ae4d6e2ef50", "1.0E21"],
  ["0x4480f0cf064dd592", "1.0E22"],
  ["0x44b52d02c7e14af6", "9.999999999999999E22"],
  ["0x44c52d02c7e14af6", "1.9999999999999998E23"],
  ["0x447c7e83209e90b2", "8.409999999999999E21"],
  ["0x54b249ad2594c37d", "1.0E100"],
  ["0x7e41eb2d66005835", "1.5E300"],
  ["0x7fefffffffffffff", "1.7976931348623157E308"],
  ["0x10000000000000", "2.2250738585072014E-308"],
  ["0x1", "4.9E-324"],
  ["0x2", "1.0E-323"],
  ["0x3ef4f8b588e368f1", "2.0E-5"],
  ["0x3ee4f8b588e368f1", "1.0E-5"],
  ["0x36e568a19263f40e", "3.0E-44"],
  ["0x3f60624dd2f1a9fc", "0.002"],
  ["0x3d30000000000000", "5.6843418860808015E-14"],
  ["0x3f40000000000000", "4.8828125E-4"],
  ["0x4350000000000000", "1.8014398509481984E16"],
  ["0x43b0000000000000", "1.15292150460684698E18"],
  ["0x43d0000000000000", "4.6116860184273879E18"],
  ["0x43e0000000000000", "9.223372036854776E18"],
  ["0x433fffffffffffff", "9.007199254740991E15"],
  ["0x4340000000000000", "9.007199254740992E15"],
  ["0x4340000000000001", "9.007199254740994E15"],
  ["0x438f67ea69ed3795", "2.82879384806159008E17"],
  ["0x43b340e8548b0adb", "1.38736413503775411E18"],
  ["0x3fd3333333333334", "0.30000000000000004"],
  ["0x3ff35c28f5c28f5d", "1.2100000000000002"],
  ["0x407b2fffffffffff", "434.99999999999994"],
  ["0x3fd5555555555555", "0.3333333333333333"],
  ["0x4040aaaaaaaaaaab", "33.333333333333336"],
  ["0x3f60e47e15579c32", "0.0020620787206442554"],
  ["0x3f6c26fbabf039c4", "0.0034365573369605513"],
  ["0xbf6519ba58193fad", "-0.0025757445844547173"],
  ["0x3f683f91e646f156", "0.00296"],
  ["0x4345ee2a2eb5a5c4", "1.2345678901234568E16"],
  ["0x7ff8000000000000", "NaN"],
  ["0x7ff0000000000000", "Infinity"],
  ["0xfff0000000000000", "-Infinity"],
  ["0x1a56e1fc2f8f359", "1.0E-300"],
  ["0xfffffffffffff", "2.225073858507201E-308"],
] as const;

const view = new DataView(new ArrayBuffer(8));

function doubleOfBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

describe("Double.toString", () => {
  it.each(PRINTED)("of %s is %s", (bits, text) => {
    expect(formatDouble(doubleOfBits(BigInt(bits)))).toBe(text);
  });

  it("prints JavaScript's digits only where Java's algorithm finds the same", () => {
    const anyBits = fc.bigInt({ min: 1n, max: 0x7fef_ffff_ffff_ffffn }).map(doubleOfBits);
    const decimal = fc
      .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: -20, max: 20 }))
      .map(([digits, power]) => Number(`${digits}e${power}`));
    const ordinary = fc.double({ min: 1e-4, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(anyBits, decimal, ordinary), (n) => {
        expect(formatDouble(n)).toBe(layOutDigits(decimalDigits(binaryFloatOfDouble(n))));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads back as the same double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (n) => {
        expect(Number(formatDouble(n))).toBe(n);
      }),
    );
  });
});
