import type { LiteralSyntax } from "../../map/literal.js";
import type { HoleConstruct } from "../../map/piece.js";
import type { JsonStyle } from "../../tree/host-node.js";
import { COMPACT_JSON } from "../../tree/json-text.js";

/** What the reader of literals has to know of a programming language. */
export interface SourceLanguage {
  readonly literalSyntax: LiteralSyntax;
  readonly construct: HoleConstruct;
  readonly jsonStyle: JsonStyle;
}

export const JAVASCRIPT: SourceLanguage = {
  literalSyntax: { kind: "js-string" },
  construct: "JavaScript expression",
  jsonStyle: COMPACT_JSON,
};

export const PYTHON: SourceLanguage = {
  literalSyntax: { kind: "python-string" },
  construct: "Python expression",
  // json.dumps puts blanks after separators and escapes what is not ASCII.
  jsonStyle: { itemSeparator: ", ", keySeparator: ": ", indent: 0, sortKeys: false, escaped: /[^\x20-\x7e]/g },
};
