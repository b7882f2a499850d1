import { type MethodTable, method, methodTable } from "../classes/method-table.js";
import { parseJson } from "../json/parse.js";
import { print } from "../object/print.js";
import { base64Decode, base64Encode, escapeJavaScript, urlDecode, urlEncode } from "../text/index.js";
import { JavaObject, type Value } from "../value.js";

/** A function of one String, which gives null for null. */
function ofString(body: (text: string) => Value) {
  return method(["String"], (_: UtilRoot, text) => (text === null ? null : body(text)));
}

const utilMethods: MethodTable<UtilRoot> = methodTable<UtilRoot>({
  base64Decode: ofString(base64Decode),
  base64Encode: ofString(base64Encode),
  escapeJavaScript: method(["Object"], (_, value) => (value === null ? null : escapeJavaScript(print(value)))),
  parseJson: ofString(parseJson),
  urlDecode: ofString(urlDecode),
  urlEncode: ofString(urlEncode),
});

/** `$util`. Prints as nothing. */
class UtilRoot extends JavaObject {
  override readonly className = "Util";
  readonly methods = utilMethods;

  override print(): string {
    return "";
  }
}

/** It has no state, so that all renderings share it. */
export const utilRoot: UtilRoot = new UtilRoot();
