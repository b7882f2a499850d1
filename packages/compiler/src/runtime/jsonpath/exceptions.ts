import { JavaException } from "../value.js";

const INVALID_PATH = "com.jayway.jsonpath.InvalidPathException";
const INDEX_OUT_OF_BOUNDS = "java.lang.IndexOutOfBoundsException";

/** The path cannot be compiled, or does not fit the document in a way that is an error. */
export function invalidPath(message: string): JavaException {
  return new JavaException(INVALID_PATH, message);
}

/** Any other failure of Jayway; unlike an invalid path it ends a filter with an error. */
export function jsonPathFailure(message: string): JavaException {
  return new JavaException("com.jayway.jsonpath.JsonPathException", message);
}

/** A scan at the end of a path: `$..length()` scans for nothing. */
export function invalidScan(): JavaException {
  return new JavaException("java.lang.IllegalStateException", "Current path token is a leaf");
}

export function indexOutOfBounds(index: number, size: number): JavaException {
  return new JavaException(INDEX_OUT_OF_BOUNDS, `Index ${index} out of bounds for length ${size}`);
}

export function isIndexOutOfBounds(error: unknown): boolean {
  return error instanceof JavaException && error.javaClass === INDEX_OUT_OF_BOUNDS;
}

/** Thrown, and always caught, where Jayway throws PathNotFoundException. It is common, so it carries no stack. */
export const PATH_NOT_FOUND = Symbol("path not found");

/** PathNotFoundException is an InvalidPathException in Jayway: a filter takes both for "does not match". */
export function isInvalidPath(error: unknown): boolean {
  return error === PATH_NOT_FOUND || (error instanceof JavaException && error.javaClass === INVALID_PATH);
}
