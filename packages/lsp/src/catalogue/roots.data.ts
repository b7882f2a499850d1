import { inputMembers, type Member, utilFunctions } from "@apigw-vtl/compiler";

/** A variable that the service sets. */
export interface Root {
  readonly name: string;
  readonly documentation: string;
  readonly members: readonly Member[];
}

/** `$input`, `$util` and the others; the members of `$context` are `contextKeys`. */
export const roots: readonly Root[] = [
  {
    name: "input",
    documentation:
      "The payload and the parameters of the request, or the payload of the response. Prints nothing itself.",
    members: inputMembers,
  },
  {
    name: "util",
    documentation: "Functions that encode and decode. AppSync's `$util` has others, which do not exist here.",
    members: utilFunctions,
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
