import type { Range } from "@apigw-vtl/compiler";
import { describeChar } from "../../prover/sinks/describe-char.js";
import type { ExpectedJson, MisplacedText } from "../../prover/sinks/json-fault.js";
import { standsAlone } from "../../queries/holes.js";
import { isMockRequest } from "../../queries/mock-request.js";
import { defineRule } from "../../rule.js";

const insteads: Readonly<Record<ExpectedJson, string>> = {
  name: "the name of a member belongs here, in double quotes",
  colon: "a `:` belongs between a name and its value",
  value: "a value belongs here. Print one on every way through the template, or leave out the member",
  bracket: "it closes a bracket that is not the last one opened, on some way through the template",
  comma: "a comma or a closing bracket belongs after a value",
  character: "a string holds neither line ends nor escapes that JSON does not have",
};

function describe(text: string): string {
  const described = describeChar(text);
  return described === text ? `\`${text}\`` : described.replace(/^t/, "T");
}

/** The template of a MOCK, told by what it prints. */
const onlyStatus = /^\s*\{\s*['"]?statusCode['"]?\s*:\s*['"]?\d{3}['"]?\s*,?\s*\}\s*$/;

/** Text that can be no part of a JSON document, whatever the request. */
export const jsonSyntax = defineRule({
  meta: {
    id: "json-syntax",
    title: "Text of the template that is not JSON where it stands",
    level: "error",
    set: "recommended",
    about: "output",
  },
  create(context) {
    const { facts, holes, source } = context;
    if (isMockRequest(facts)) return {};
    if (!facts?.integration && onlyStatus.test(source)) return {};
    const endsOfSets = new Set<number>();
    return {
      Set: ({ header }) => endsOfSets.add(header.end),
      "Template:exit"() {
        // A reading of the text that went wrong before says nothing about what follows.
        if (context.diagnostics.some(({ severity }) => severity === "error")) return;
        for (const misplaced of context.analysis.output.misplaced) {
          const { range, expected } = misplaced;
          // A `;` after `#set` is another rule's.
          if (endsOfSets.has(range.start) || holes.some((hole) => mayBeAnything(hole, range))) continue;
          context.report({
            range,
            message: `${describe(context.text(range))} is not JSON at this place: ${insteads[expected]}.${listHint(misplaced)}`,
          });
        }
      },
    };

    function listHint({ range, expected }: MisplacedText): string {
      const isObject = expected === "name" && context.text(range) === "{";
      return isObject ? " Objects side by side need `[` and `]` around them." : "";
    }

    function mayBeAnything(hole: Range, place: Range): boolean {
      return hole.start < place.end && (place.start < hole.end || standsAlone(hole, source));
    }
  },
});
