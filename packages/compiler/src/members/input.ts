import type { Member } from "./member.js";

/** What `$input` has; the bodies are in `runtime/roots/input.ts`. */
export const inputMembers: readonly Member[] = [
  {
    name: "body",
    kind: "property",
    signatures: ["body: String"],
    documentation:
      "The raw payload as text; an empty payload is `{}`. *(recorded)* It has no members: `$input.body.x` is empty.",
  },
  {
    name: "json",
    kind: "method",
    signatures: ["json(path: String): String"],
    documentation:
      'The part of the payload that a JSONPath names, as compact JSON text with its quotes: goes into a document without quotes around it. Nothing there: `""`. *(checked on AWS)* A payload that is broken JSON ends in 400.',
  },
  {
    name: "params",
    kind: "method",
    signatures: ["params(): Map", "params(name: String): String"],
    documentation:
      "A parameter of the request: the first of path, query string and header that has the name, else empty. Names of headers are case-sensitive. *(documented)* Without a name: a map with `path`, `querystring` and `header`.",
  },
  {
    name: "path",
    kind: "method",
    signatures: ["path(path: String): Object"],
    documentation:
      "The part of the payload that a JSONPath names, as a value: a map, list, String, number or Boolean. Nothing there, or null: empty. *(recorded)* Maps print in Java's style, `{a=1}`, lists as JSON.",
  },
  {
    name: "getBody",
    kind: "method",
    signatures: ["getBody(): String"],
    documentation: "The same as `$input.body`.",
  },
];
