import type { Value } from "../value.js";
import { emptyValue, makeValue } from "./make-value.js";

/** The functions of `$util`; everything else of it is AppSync's and prints nothing. */
export const utilFunctions: ReadonlySet<string> = new Set([
  "escapeJavaScript",
  "parseJson",
  "urlEncode",
  "urlDecode",
  "base64Encode",
  "base64Decode",
]);

/** What a function of `$util` gives. */
export function utilResult(name: string, argument: Value): Value {
  const missing = argument.kinds.has("empty");
  const harmless = argument.nature === "constant" || argument.nature === "service";
  const encoded = (nature: Value["nature"]) =>
    makeValue(missing ? ["empty", "string"] : ["string"], harmless ? argument.nature : nature);
  switch (name) {
    case "escapeJavaScript": {
      // Letters, digits and these marks have nothing to escape but `/`, which JSON reads back.
      const done =
        argument.nature === "base64" || argument.nature === "url-encoded" || argument.nature === "json-escaped";
      return done ? { ...argument, texts: undefined } : encoded("javascript-escaped");
    }
    case "urlEncode":
      return encoded("url-encoded");
    case "base64Encode":
      return encoded("base64");
    case "urlDecode":
    case "base64Decode":
      return makeValue(missing ? ["empty", "string"] : ["string"], "caller");
    case "parseJson":
      return argument.origin?.root === "body" || argument.origin?.root === "input-text"
        ? makeValue(["string", "number", "boolean", "map", "list"], "caller", {
            origin:
              argument.origin.root === "body"
                ? { root: "body", path: [...argument.origin.path, "(json)"] }
                : { root: "body", path: argument.origin.path },
          })
        : makeValue(["empty", "string", "number", "boolean", "map", "list"], "caller");
    default:
      return emptyValue;
  }
}
