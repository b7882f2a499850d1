import { JavaException } from "../value.js";

/** The argument of a parameter for which Java does not take null. */
export function required<T>(argument: T | null): T {
  if (argument === null) throw new JavaException("java.lang.NullPointerException", "argument is null");
  return argument;
}

function outOfBounds(message: string): JavaException {
  return new JavaException("java.lang.StringIndexOutOfBoundsException", message);
}

/** `charAt`: the UTF-16 unit. */
export function unitAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) throw outOfBounds(`String index out of range: ${index}`);
  return text.charCodeAt(index);
}

export function codePointAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) throw outOfBounds(`index ${index}, length ${text.length}`);
  return text.codePointAt(index)!;
}

export function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length) throw outOfBounds(`String index out of range: ${index}`);
  const pair = index > 1 ? text.codePointAt(index - 2)! : 0;
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

export function codePointCount(text: string, begin: number, end: number): number {
  if (begin < 0 || begin > end || end > text.length) throw new JavaException("java.lang.IndexOutOfBoundsException", "");
  return [...text.slice(begin, end)].length;
}

export function offsetByCodePoints(text: string, index: number, count: number): number {
  let at = index >= 0 && index <= text.length ? index : -1;
  for (let i = 0; i < count && at !== -1; i++) {
    if (at === text.length) at = -1;
    else at += codePointAt(text, at) > 0xffff ? 2 : 1;
  }
  for (let i = 0; i > count && at !== -1; i--) {
    if (at === 0) at = -1;
    else at -= codePointBefore(text, at) > 0xffff ? 2 : 1;
  }
  if (at === -1) throw new JavaException("java.lang.IndexOutOfBoundsException", "");
  return at;
}

export function substring(text: string, begin: number, end: number): string {
  if (begin < 0 || begin > end || end > text.length) {
    throw outOfBounds(`begin ${begin}, end ${end}, length ${text.length}`);
  }
  return text.slice(begin, end);
}
