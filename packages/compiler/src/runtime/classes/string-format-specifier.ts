import { JavaException } from "../value.js";

/** A format specifier such as `%1$-8.3f`. Numbers are -1 where absent. */
export interface FormatSpecifier {
  /** 0 for the next argument, -1 for the previous one (`<`), else the number of the argument. */
  readonly index: number;
  /** Of `-#+ 0,(`. */
  readonly flags: ReadonlySet<string>;
  readonly width: number;
  readonly precision: number;
  /** In lower case. */
  readonly conversion: string;
  readonly isUpperCase: boolean;
}

const SPECIFIER = /%(\d+\$)?([-#+ 0,(<]*)(\d+)?(\.\d+)?([tT])?([a-zA-Z%])/y;
const FLAG_ORDER = "-#+ 0,(<";
const INT_MAX = 0x7fffffff;

export function formatException(name: string, message: string): JavaException {
  return new JavaException(`java.util.${name}`, message);
}

function unknownConversion(conversion: string): JavaException {
  return formatException("UnknownFormatConversionException", `Conversion = '${conversion}'`);
}

/** Splits a format into text and specifiers. All of it is checked before anything is printed. */
export function parseFormat(template: string): (string | FormatSpecifier)[] {
  const parts: (string | FormatSpecifier)[] = [];
  for (let at = 0; at < template.length; ) {
    const percent = template.indexOf("%", at);
    if (percent === -1) {
      parts.push(template.slice(at));
      break;
    }
    if (percent > at) parts.push(template.slice(at, percent));
    SPECIFIER.lastIndex = percent;
    const match = SPECIFIER.exec(template);
    if (match === null) throw unknownConversion(template[percent + 1] ?? "%");
    parts.push(specifierOf(match));
    at = SPECIFIER.lastIndex;
  }
  return parts;
}

function specifierOf([, index, flags = "", width, precision, time, letter = ""]: RegExpExecArray): FormatSpecifier {
  const specifier: FormatSpecifier = {
    index: argumentIndex(index, flags),
    flags: parseFlags(flags),
    width: parseSize(width, "IllegalFormatWidthException"),
    precision: parseSize(precision?.slice(1), "IllegalFormatPrecisionException"),
    conversion: letter.toLowerCase(),
    isUpperCase: /[BHSCXEGA]/.test(letter),
  };
  // Dates (%tY) need a calendar and a time zone, and nothing in a template has a type for them but Long.
  if (time !== undefined) throw unknownConversion(time);
  if (!/[bBhHsScCdoxXeEfgGaAn%]/.test(letter)) throw unknownConversion(letter);
  checkSpecifier(specifier);
  return specifier;
}

function argumentIndex(index: string | undefined, flags: string): number {
  const number = index === undefined ? undefined : Number.parseInt(index, 10);
  if (number !== undefined && (number === 0 || number > INT_MAX)) {
    const message =
      number === 0 ? "Illegal format argument index = 0" : "Format argument index: (not representable as int)";
    throw formatException("IllegalFormatArgumentIndexException", message);
  }
  return flags.includes("<") ? -1 : (number ?? 0);
}

function parseFlags(text: string): Set<string> {
  const flags = new Set<string>();
  for (const flag of text) {
    if (flags.has(flag)) throw formatException("DuplicateFormatFlagsException", `Flags = '${flag}'`);
    flags.add(flag);
  }
  return flags;
}

function parseSize(text: string | undefined, exception: string): number {
  if (text === undefined) return -1;
  const size = Number.parseInt(text, 10);
  if (size > INT_MAX) throw formatException(exception, String(-INT_MAX - 1));
  return size;
}

function flagText(flags: ReadonlySet<string>): string {
  return [...FLAG_ORDER].filter((flag) => flags.has(flag)).join("");
}

/** The specifier as `FormatSpecifier.toString` writes it in messages. */
export function specifierText({ index, flags, width, precision, conversion, isUpperCase }: FormatSpecifier): string {
  const number = index > 0 && conversion !== "%" ? `${index}$` : "";
  const sizes = (width === -1 ? "" : width) + (precision === -1 ? "" : `.${precision}`);
  return `%${flagText(flags)}${number}${sizes}${isUpperCase ? conversion.toUpperCase() : conversion}`;
}

/** Flags that a conversion does not take. */
export function rejectFlags({ flags, conversion }: FormatSpecifier, rejected: string): void {
  for (const flag of rejected) {
    if (flags.has(flag)) {
      throw formatException("FormatFlagsConversionMismatchException", `Conversion = ${conversion}, Flags = ${flag}`);
    }
  }
}

function rejectPrecision({ precision }: FormatSpecifier): void {
  if (precision !== -1) throw formatException("IllegalFormatPrecisionException", String(precision));
}

function requireWidth(specifier: FormatSpecifier, flags: string): void {
  if (specifier.width === -1 && [...flags].some((flag) => specifier.flags.has(flag))) {
    throw formatException("MissingFormatWidthException", specifierText(specifier));
  }
}

/** Java writes the upper case of the conversion as one more flag, `^`, behind the `-`. */
function illegalFlags({ flags, isUpperCase }: FormatSpecifier): JavaException {
  const text = flagText(flags);
  const marked = isUpperCase ? text.replace(/^-?/, "$&^") : text;
  return formatException("IllegalFormatFlagsException", `Flags = '${marked}'`);
}

function checkSpecifier(specifier: FormatSpecifier): void {
  switch (specifier.conversion) {
    case "b":
    case "h":
    case "s":
      if (specifier.conversion !== "s") rejectFlags(specifier, "#");
      requireWidth(specifier, "-");
      rejectFlags(specifier, "+ 0,(");
      return;
    case "c":
      rejectPrecision(specifier);
      rejectFlags(specifier, "#+ 0,(");
      requireWidth(specifier, "-");
      return;
    case "%":
    case "n":
      checkText(specifier);
      return;
    default:
      checkNumeric(specifier);
  }
}

function checkText(specifier: FormatSpecifier): void {
  const { conversion, flags, width } = specifier;
  rejectPrecision(specifier);
  if (conversion === "n") {
    if (width !== -1) throw formatException("IllegalFormatWidthException", String(width));
    if (flags.size > 0) throw illegalFlags(specifier);
  } else {
    if (flags.size > 1 || (flags.size === 1 && !flags.has("-"))) throw illegalFlags(specifier);
    requireWidth(specifier, "-");
  }
}

/** Flags that the float and the integer conversions do not take. */
const REJECTED_FLAGS: ReadonlyMap<string, string> = new Map([
  ["d", "#"],
  ["o", ","],
  ["x", ","],
  ["e", ","],
  ["g", "#"],
  ["a", "(,"],
]);

function checkNumeric(specifier: FormatSpecifier): void {
  const { conversion, flags } = specifier;
  requireWidth(specifier, "-0");
  if ((flags.has("+") && flags.has(" ")) || (flags.has("-") && flags.has("0"))) throw illegalFlags(specifier);
  if (/[dox]/.test(conversion)) rejectPrecision(specifier);
  rejectFlags(specifier, REJECTED_FLAGS.get(conversion) ?? "");
}
