import { JavaException } from "../value.js";

const PARSE_EXCEPTION = "net.minidev.json.parser.ParseException";

/** json-smart's exceptions, with its own wording: users of the service see it in the body of the 400. */
function parseException(message: string): JavaException {
  return new JavaException(PARSE_EXCEPTION, message);
}

export function unexpected(what: string, position: number): JavaException {
  return parseException(`Unexpected ${what} at position ${position}.`);
}

/** @param character a UTF-16 code unit */
export function unexpectedCharacter(position: number, character: number): JavaException {
  return unexpected(`character (${String.fromCharCode(character)})`, position);
}

/** json-smart passes `null` in some places and `EOF` in others. */
export function unexpectedEnd(position: number, detail: "null" | "EOF"): JavaException {
  return parseException(`Unexpected End Of File position ${position}: ${detail}`);
}

/** The wording of json-smart 2.4.9, the first with a limit. */
export function tooDeep(position: number, bracket: string): JavaException {
  return parseException(
    `Malicious payload, having non natural depths, parsing stoped on ${bracket} at position ${position}.`,
  );
}

/** What `Double.parseDouble` and `BigDecimal` throw; json-smart lets it through. */
export function numberFormat(token: string): JavaException {
  return new JavaException("java.lang.NumberFormatException", `For input string: "${token}"`);
}
