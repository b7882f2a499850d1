import type { Member } from "./member.js";

/** A variable that the service sets. */
export interface Root {
  readonly name: string;
  readonly documentation: string;
  readonly members: readonly Member[];
}

const method = (signatures: readonly string[], documentation: string): Member => ({
  name: signatures[0]?.slice(0, signatures[0].indexOf("(")) ?? "",
  kind: "method",
  signatures,
  documentation,
});

/** `$input`, `$util` and the others; the members of `$context` are the linter's `context-keys.data.ts`. */
export const roots: readonly Root[] = [
  {
    name: "input",
    documentation:
      "The payload and the parameters of the request, or the payload of the response. Prints nothing itself.",
    members: [
      {
        name: "body",
        kind: "property",
        signatures: ["body: String"],
        documentation:
          "The raw payload as text; an empty payload is `{}`. *(recorded)* It has no members: `$input.body.x` is empty.",
      },
      method(
        ["json(path: String): String"],
        'The part of the payload that a JSONPath names, as compact JSON text with its quotes: goes into a document without quotes around it. Nothing there: `""`. *(checked on AWS)* A payload that is broken JSON ends in 400.',
      ),
      method(
        ["params(): Map", "params(name: String): String"],
        "A parameter of the request: the first of path, query string and header that has the name, else empty. Names of headers are case-sensitive. *(documented)* Without a name: a map with `path`, `querystring` and `header`.",
      ),
      method(
        ["path(path: String): Object"],
        "The part of the payload that a JSONPath names, as a value: a map, list, String, number or Boolean. Nothing there, or null: empty. *(recorded)* Maps print in Java's style, `{a=1}`, lists as JSON.",
      ),
      method(["getBody(): String"], "The same as `$input.body`."),
    ],
  },
  {
    name: "util",
    documentation: "Six functions that encode and decode. AppSync's `$util` has others, which do not exist here.",
    members: [
      method(
        ["escapeJavaScript(text: Object): String"],
        'Escapes a text for a JavaScript string. JSON refuses one of the escapes, `\\\'`: write `$util.escapeJavaScript($x).replaceAll("\\\\\'", "\'")` between JSON quotes. *(documented)*',
      ),
      method(
        ["parseJson(text: String): Object"],
        "JSON text as a value. Text that does not start with `{` or `[` is itself; broken JSON that does ends in 500.",
      ),
      method(["urlEncode(text: String): String"], "Encodes for a URL or form: a blank becomes `+`. *(recorded)*"),
      method(["urlDecode(text: String): String"], "Decodes text of a URL or form: `+` becomes a blank."),
      method(["base64Encode(text: String): String"], "Base64 of the text's UTF-8, without line ends. *(recorded)*"),
      method(["base64Decode(text: String): String"], "The text that Base64 holds. What is no Base64 ends in 500."),
    ],
  },
  {
    name: "context",
    documentation:
      "What the service knows about the request. Writable: `#set($context.responseOverride.status = 404)`. Maps below it print as nothing. *(recorded)*",
    members: [],
  },
  {
    name: "stageVariables",
    documentation: "The stage's variables, by name. One that is not there is empty. *(recorded)*",
    members: [],
  },
  {
    name: "method",
    documentation:
      "Parameters that were sent several times: `$method.request.multivaluequerystring.get('name')` and `multivalueheader` give lists. *(documented)*",
    members: [
      {
        name: "request",
        kind: "property",
        signatures: ["request: Map"],
        documentation: "Holds `multivaluequerystring` and `multivalueheader`.",
      },
    ],
  },
];

/** Members of `$foreach`, inside of a loop. */
export const loopMembers: readonly Member[] = [
  ["count", "int", "The number of the round, from 1."],
  ["index", "int", "The number of the round, from 0."],
  ["hasNext", "boolean", "Whether another round follows: `#if($foreach.hasNext),#end` sets commas."],
  ["first", "boolean", "Whether this is the first round."],
  ["last", "boolean", "Whether this is the last round."],
  ["parent", "Map", "The `$foreach` of the loop around this one."],
  ["topmost", "Map", "The `$foreach` of the outermost loop."],
].map(([name = "", type = "", documentation = ""]) => ({
  name,
  kind: "property",
  signatures: [`${name}: ${type}`],
  documentation,
}));

export const loopRootDocs: Readonly<Record<string, string>> = {
  foreach: "The round of the innermost loop.",
  velocityCount: "The number of the round, from 1; `$foreach.count` says more clearly what it is.",
  velocityHasNext: "Whether another round follows; the same as `$foreach.hasNext`.",
};
