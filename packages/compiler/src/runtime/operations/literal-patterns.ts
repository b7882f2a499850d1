import { stringArray } from "../classes/string-bytes.js";
import { replaceText } from "../classes/string-replace.js";
import type { Value } from "../value.js";
import { work } from "../work.js";
import { workOfCall, workOfResult } from "./access.js";
import type { RenderState } from "./render-state.js";

/**
 * `replaceAll(pattern, replacement)` of String, where the template says both and no character of them means another;
 * null of anything else, since no other class has such a method.
 */
export function replaceLiteral(state: RenderState, target: Value, text: string, replacement: string): Value {
  if (typeof target !== "string") return null;
  work(workOfCall(target, "replaceAll", []));
  const result = replaceText(target, text, replacement);
  workOfResult(state, result);
  return result;
}

/** `split(pattern)` of String, where the template says the pattern and no character of it means another. */
export function splitLiteral(state: RenderState, target: Value, text: string): Value {
  if (typeof target !== "string") return null;
  work(workOfCall(target, "split", []));
  const pieces = target.split(text);
  if (pieces.length > 1) while (pieces.at(-1) === "") pieces.pop();
  const result = stringArray(pieces);
  workOfResult(state, result);
  return result;
}
