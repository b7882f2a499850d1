import type { GatewayResponseVariable } from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "../assumptions.js";
import { allChars, type CharSet, charsOf, serviceChars, stageVariableChars, wordChars } from "../text/char-set.js";
import { characters, jsonTypes, type Piece } from "../text/piece.js";
import { contextInput } from "../values/context-inputs.js";

/** What a variable of a gateway response prints, and texts of that kind: a plain one first, then the hostile ones. */
export interface VariableTexts {
  readonly piece: Piece | undefined;
  readonly samples: readonly string[];
}

/** No other API has gateway responses. */
const REST = { apiType: "REST" } as const;

const HOSTILE = ['"', 'a","b":"c', "\\", "", "a"];

/** Names the members of the body that do not fit, in quotes: recorded as `[object has missing required properties (["name"])]`. */
const VALIDATION_ERROR = '[object has missing required properties (["name"])]';

/** What IAM says of a header `Authorization` that it cannot read: the header is in it as it was sent. */
const REFUSED_AUTHORIZATION =
  "'a\"' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer a\"'.";

/** The types whose message may have the header in it; all others are the service's own words. */
const SHOWS_AUTHORIZATION = /^(?:DEFAULT_4XX|INVALID_SIGNATURE|MISSING_AUTHENTICATION_TOKEN)$/;

/** The texts of a variable in a gateway response of a type; a variable without a value prints nothing. */
export function textsOfVariable(
  { root, name }: GatewayResponseVariable,
  responseType: string,
  assumptions: ProverAssumptions,
): VariableTexts {
  const key = `${root}.${name}`;
  if (root === "stageVariables") return ofCharacters(stageVariableChars, 0, key, ["a", ""]);
  if (root === "method.request") return ofCharacters(allChars, 0, key, ["a", ...HOSTILE]);
  switch (name) {
    case "error.message":
      return SHOWS_AUTHORIZATION.test(responseType)
        ? ofCharacters(allChars, 1, key, ["Forbidden", REFUSED_AUTHORIZATION])
        : ofCharacters(serviceChars | charsOf("'?!"), 1, key, ["Forbidden"]);
    case "error.messageString":
      // AUTHORIZER_FAILURE has no message: null.
      return {
        piece: { kind: "json", types: jsonTypes.string | jsonTypes.null, origins: [key] },
        samples: ['"Forbidden"'],
      };
    case "error.responseType":
      return ofCharacters(wordChars, 1, key, [responseType.replace(/\W/g, "") || "DEFAULT_4XX"]);
    case "error.validationErrorString":
      return ofValidationError(responseType, key);
    default:
      return ofContext(name, key, assumptions);
  }
}

/** What validation says: of a body, the members that do not fit; of parameters, the names of those that are missing. */
function ofValidationError(responseType: string, key: string): VariableTexts {
  switch (responseType) {
    case "BAD_REQUEST_PARAMETERS":
      return ofCharacters(serviceChars | charsOf("[]"), 1, key, ["[id]"]);
    case "BAD_REQUEST_BODY":
    case "DEFAULT_4XX":
      return ofCharacters(allChars, 0, key, ["a", VALIDATION_ERROR, ""]);
    default:
      // No other type is about validation; one that the host fills in may be any of them.
      return /^\w+$/.test(responseType)
        ? { piece: undefined, samples: [""] }
        : ofCharacters(allChars, 0, key, ["a", VALIDATION_ERROR, ""]);
  }
}

function ofContext(name: string, key: string, assumptions: ProverAssumptions): VariableTexts {
  const input = contextInput(name.split("."), { assumptions, direction: "request", use: REST });
  switch (input.kind) {
    case "integer":
      return { piece: { kind: "json", types: jsonTypes.number, origins: [key] }, samples: [String(input.sample)] };
    case "text": {
      // A request that leads to no resource has none.
      const min = name.startsWith("resource") ? 0 : input.min;
      const samples = input.set === allChars ? [input.sample, ...HOSTILE] : [input.sample, ...(min === 0 ? [""] : [])];
      return ofCharacters(input.set, min, key, samples);
    }
    case "map":
      return ofCharacters(allChars, 0, key, ['{"a":"b"}', ""]);
    case "absent":
      return { piece: undefined, samples: [""] };
  }
}

function ofCharacters(set: CharSet, min: 0 | 1, key: string, samples: readonly string[]): VariableTexts {
  return { piece: characters(set, min, [key]), samples };
}
