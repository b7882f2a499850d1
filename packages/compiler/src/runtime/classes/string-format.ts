import { JavaCharacter, numberKind } from "../number/index.js";
import { javaHashCode } from "../object/hash-code.js";
import { className } from "../object/java-class.js";
import { print } from "../object/print.js";
import { checkStringLength } from "../text/index.js";
import { isList, type JavaException, type Value } from "../value.js";
import { formatBinary, formatFloat, formatInteger } from "./string-format-number.js";
import {
  type FormatSpecifier,
  formatException,
  parseFormat,
  rejectFlags,
  specifierText,
} from "./string-format-specifier.js";

/**
 * `String.format` in the root locale, without the date conversions `%t`.
 * @param args the array of arguments; null gives each specifier a null
 * @throws JavaException the `java.util.IllegalFormatException` that Java would throw
 */
export function format(template: string, args: Value): string {
  const values = isList(args) ? args : undefined;
  let text = "";
  let last = -1;
  let lastOrdinary = -1;
  for (const part of parseFormat(template)) {
    if (typeof part === "string") {
      text += part;
    } else if (part.conversion === "n") {
      text += "\n";
    } else if (part.conversion === "%") {
      text += justified(part, "%");
    } else {
      if (part.index === 0) last = ++lastOrdinary;
      else if (part.index > 0) last = part.index - 1;
      if (last < 0 || (values !== undefined && last >= values.length)) {
        throw formatException("MissingFormatArgumentException", `Format specifier '${specifierText(part)}'`);
      }
      text += justified(part, formatValue(part, values?.[last] ?? null));
    }
    checkStringLength(text.length);
  }
  return text;
}

function justified({ flags, width }: FormatSpecifier, text: string): string {
  checkStringLength(width);
  return flags.has("-") ? text.padEnd(width) : text.padStart(width);
}

/** Cut to the precision and, for `%S` and its like, in upper case. */
function textual({ precision, isUpperCase }: FormatSpecifier, text: string): string {
  const cut = precision === -1 ? text : text.slice(0, precision);
  return isUpperCase ? cut.toUpperCase() : cut;
}

function formatValue(specifier: FormatSpecifier, value: Value): string {
  switch (specifier.conversion) {
    case "b":
      return textual(specifier, String(typeof value === "boolean" ? value : value !== null));
    case "s":
      rejectFlags(specifier, "#");
      return textual(specifier, print(value));
    case "h":
      return textual(specifier, value === null ? "null" : (javaHashCode(value) >>> 0).toString(16));
  }
  if (value === null) return textual(specifier, "null");
  switch (specifier.conversion) {
    case "c":
      return textual(specifier, formatCharacter(specifier, value));
    case "d":
    case "o":
    case "x":
      return required(formatInteger(specifier, value), specifier, value);
    case "a":
      return required(formatBinary(specifier, value), specifier, value);
    default:
      return required(formatFloat(specifier, value), specifier, value);
  }
}

function required(text: string | undefined, specifier: FormatSpecifier, value: Value): string {
  if (text === undefined) throw wrongArgument(specifier, value);
  return text;
}

function wrongArgument({ conversion }: FormatSpecifier, value: Value): JavaException {
  return formatException("IllegalFormatConversionException", `${conversion} != ${className(value)}`);
}

/** `%c`: a Character, or an integer that is a code point. */
function formatCharacter(specifier: FormatSpecifier, value: Value): string {
  if (value instanceof JavaCharacter) return value.print();
  const kind = numberKind(value);
  if (kind !== "int" && kind !== "short" && kind !== "byte") throw wrongArgument(specifier, value);
  const codePoint = Number(print(value));
  if (codePoint >= 0 && codePoint <= 0x10ffff) return String.fromCodePoint(codePoint);
  const hex = (codePoint >>> 0).toString(16);
  throw formatException("IllegalFormatCodePointException", `Code point = 0x${hex}`);
}
