import { JavaBigDecimal, JavaBigInteger } from "../number/index.js";
import { className } from "../object/java-class.js";
import { JavaException, type Value } from "../value.js";

/** The cast that the erased `compareTo(Object)` does. Throws NullPointerException and ClassCastException. */
export function requireClass(value: Value, wanted: string): void {
  if (value === null) throw new JavaException("java.lang.NullPointerException", `the ${wanted} is null`);
  const actual = className(value);
  if (actual !== wanted) {
    throw new JavaException("java.lang.ClassCastException", `class ${actual} cannot be cast to class ${wanted}`);
  }
}

/** An argument of a parameter that takes BigIntegers only. Throws NullPointerException. */
export function bigIntegerArgument(value: Value): bigint {
  if (value instanceof JavaBigInteger) return value.value;
  throw new JavaException("java.lang.NullPointerException", "the BigInteger is null");
}

/** An argument of a parameter that takes BigDecimals only. Throws NullPointerException. */
export function bigDecimalArgument(value: Value): JavaBigDecimal {
  if (value instanceof JavaBigDecimal) return value;
  throw new JavaException("java.lang.NullPointerException", "the BigDecimal is null");
}
