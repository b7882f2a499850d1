/** The functions of `$util`; everything else of it is AppSync's and prints nothing. */
export const utilFunctions: ReadonlySet<string> = new Set([
  "escapeJavaScript",
  "parseJson",
  "urlEncode",
  "urlDecode",
  "base64Encode",
  "base64Decode",
]);
