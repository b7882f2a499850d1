export { base64Decode, base64Encode } from "./base-64.js";
export { escapeJavaScript } from "./escape-java-script.js";
export { checkStringLength } from "./string-length.js";
export { urlDecode, urlEncode } from "./url-codec.js";
export { decodeUtf8, encodeUtf8 } from "./utf-8.js";
