import { JavaException } from "../value.js";

export function noSuchElement(): JavaException {
  return new JavaException("java.util.NoSuchElementException", "");
}

export function illegalState(): JavaException {
  return new JavaException("java.lang.IllegalStateException", "");
}

export function unsupportedOperation(): JavaException {
  return new JavaException("java.lang.UnsupportedOperationException", "");
}

export function nullPointer(message: string): JavaException {
  return new JavaException("java.lang.NullPointerException", message);
}

export function indexOutOfBounds(message: string): JavaException {
  return new JavaException("java.lang.IndexOutOfBoundsException", message);
}
