import { print } from "../object/print.js";
import { isSameText, velocityEquals } from "../object/velocity-equals.js";
import type { Value } from "../value.js";
import { work } from "../work.js";
import type { RenderState } from "./render-state.js";

/** What a reference prints in the service: nothing for a missing value. */
export function text(value: Value | undefined): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : print(value);
}

/** Velocity's truth of a reference: everything but null and a Boolean false. */
export function isTrue(value: Value): boolean {
  return value !== null && value !== false;
}

/** `==` with a string. */
export function equalsText(value: Value, other: string): boolean {
  return typeof value === "string" ? isSameText(value, other) : velocityEquals(value, other);
}

/** Checks the length of a string that the template has put together. */
export function bounded(state: RenderState, value: string): string {
  state.checkLength(value.length);
  const units = value.length >> 6;
  if (units > 0) work(units);
  return value;
}

/** Velocity cuts off the last character that an interpolated string prints, see `InterpolatedTemplate`. */
export function dropLast(value: string): string {
  return value.slice(0, -1);
}
